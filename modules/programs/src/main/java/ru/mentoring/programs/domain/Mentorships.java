package ru.mentoring.programs.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import ru.mentoring.programs.MentorshipId;

interface Mentorships extends Repository<Mentorship, MentorshipId> {

    Mentorship save(Mentorship mentorship);

    Mentorship saveAndFlush(Mentorship mentorship);

    Optional<Mentorship> findById(MentorshipId id);

    @Query("select m from Mentorship m join m.sides s where s.personId = :person and s.open")
    List<Mentorship> findOpenOf(UUID person);
}
