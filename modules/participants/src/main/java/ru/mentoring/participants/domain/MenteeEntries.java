package ru.mentoring.participants.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import ru.mentoring.participants.EntryId;

interface MenteeEntries extends Repository<MenteeEntry, EntryId> {

    MenteeEntry save(MenteeEntry entry);

    List<MenteeEntry> findAllById(Iterable<EntryId> ids);

    List<MenteeEntry> findByPersonIdIn(Collection<UUID> persons);

    Optional<MenteeEntry> findByPersonIdAndSeasonId(UUID person, UUID season);

    List<MenteeEntry> findBySeasonIdAndPersonIdIn(UUID season, Collection<UUID> persons);
}
