package ru.mentoring.participants.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import ru.mentoring.participants.PartnerId;

interface Partners extends Repository<Partner, PartnerId> {

    Partner save(Partner partner);

    Optional<Partner> findById(PartnerId id);

    List<Partner> findByInnIn(Collection<String> inns);
}
