package ru.mentoring.participants.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import ru.mentoring.participants.EntryId;

interface MentorEntries extends Repository<MentorEntry, EntryId> {

    MentorEntry save(MentorEntry entry);

    List<MentorEntry> findAllById(Iterable<EntryId> ids);

    List<MentorEntry> findByPersonIdIn(Collection<UUID> persons);

    Optional<MentorEntry> findByPersonIdAndSeasonId(UUID person, UUID season);

    List<MentorEntry> findBySeasonIdAndPersonIdIn(UUID season, Collection<UUID> persons);
}
