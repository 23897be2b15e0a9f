package ru.mentoring.participants.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import ru.mentoring.participants.ConsentId;
import ru.mentoring.participants.ConsentKind;

interface Consents extends Repository<Consent, ConsentId> {

    Consent save(Consent consent);

    Consent saveAndFlush(Consent consent);

    Optional<Consent> findById(ConsentId id);

    List<Consent> findByPersonIdInAndKindAndStateIn(
            Collection<UUID> persons, ConsentKind kind, Collection<Consent.State> states);
}
