package ru.mentoring.participants.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.EntryState;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.tenancy.SeasonId;
import ru.mentoring.tenancy.SeasonView;
import ru.mentoring.tenancy.Track;

/**
 * Enters a stored person once more, with all papers and rows of the registers, and names whatever
 * the rules refuse or would have stored otherwise (BR2, BR4, BR8, BR9).
 */
public class RegisterReplay {

    private record Paper(
            ConsentKind kind,
            String state,
            int ageAtSigning,
            boolean needsPerson,
            boolean needsRepresentative,
            @Nullable LocalDate personSignedOn,
            @Nullable LocalDate representativeSignedOn,
            @Nullable String representativeName,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate withdrawnOn) {

        LocalDate signedOn() {
            var on = personSignedOn == null ? representativeSignedOn : personSignedOn;
            if (on == null) {
                throw new IllegalStateException("Nobody has signed");
            }
            return on;
        }
    }

    private record Row(
            UUID entry,
            UUID season,
            int startYear,
            LocalDate enteredOn,
            @Nullable LocalDate leftOn,
            EntryState state,
            boolean mentor,
            @Nullable LocalDate trainedOn,
            @Nullable LocalDate safetyIssuedOn,
            EntryState reached,
            @Nullable LocalDate endedOn) {}

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Identities identities;
    private final SigningPolicy policy;
    private final Clock clock;

    RegisterReplay(
            JdbcClient jdbc,
            Persons persons,
            Identities identities,
            SigningPolicy policy,
            Clock clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.identities = identities;
        this.policy = policy;
        this.clock = clock;
    }

    /** Returns what the rules have against a person of the scope's school. */
    @Transactional
    public List<String> faults(UUID id) {
        var faults = new ArrayList<String>();
        var person = persons.findById(new PersonId(id)).orElseThrow();
        card(person, faults);
        var papers = papers(id);
        papers.forEach(paper -> paper(person, paper, faults));
        var admission =
                papers.stream().filter(paper -> paper.kind() == ConsentKind.CN1).findFirst();
        for (var row : rows(id)) {
            row(person, row, admission.orElse(null), faults);
        }
        return faults;
    }

    private void card(Person person, List<String> faults) {
        if (!person.name().written()) {
            faults.add("no name: " + person.name().full());
        }
        var card =
                new Card(
                        person.name(),
                        person.born(),
                        person.category(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        if (!person.identity().equals(identities.of(List.of(card)).get(card))) {
            faults.add("another human");
        }
    }

    private void paper(Person person, Paper paper, List<String> faults) {
        int age = person.born().ageOn(paper.signedOn());
        var needed = policy.signers(paper.kind(), age);
        if (needed.isEmpty()) {
            faults.add("nobody of that age gives " + paper.kind());
            return;
        }
        if (age != paper.ageAtSigning() || !needed.get().equals(stored(paper))) {
            faults.add("%s needs other signatures".formatted(paper.kind()));
        }
        if (paper.signedOn().isAfter(LocalDate.now(clock))) {
            faults.add("signed in future");
        }
        var again = new Consent(person.id(), paper.kind(), age, needed.get(), null, null);
        if (paper.representativeSignedOn() != null) {
            if (paper.representativeName() == null) {
                faults.add("representative unknown");
                return;
            }
            again.signedByRepresentative(
                    paper.representativeName(), paper.representativeSignedOn());
        }
        if (paper.personSignedOn() != null) {
            again.signedByPerson(paper.personSignedOn());
        }
        if (paper.withdrawnOn() != null) {
            again.withdraw(paper.withdrawnOn());
        }
        if (!again.state().name().equals(paper.state())) {
            faults.add("%s is %s".formatted(paper.kind(), paper.state()));
        }
    }

    private static Set<Signer> stored(Paper paper) {
        var needed = EnumSet.noneOf(Signer.class);
        if (paper.needsPerson()) {
            needed.add(Signer.PERSON);
        }
        if (paper.needsRepresentative()) {
            needed.add(Signer.REPRESENTATIVE);
        }
        return needed;
    }

    private void row(Person person, Row row, @Nullable Paper admission, List<String> faults) {
        var today = LocalDate.now(clock);
        var track = person.category().track();
        var season = season(row, track);
        RegisterEntry again =
                row.mentor()
                        ? new MentorEntry(person.id(), season, row.enteredOn())
                        : new MenteeEntry(person.id(), season, row.enteredOn());
        boolean admitted = admission != null && admission.validFrom() != null;
        if (admitted) {
            again.admit();
        }
        try {
            if (admitted || row.reached() != EntryState.REGISTERED) {
                again.advance(row.reached(), row.endedOn() == null ? today : row.endedOn());
            }
        } catch (IllegalStateException refused) {
            faults.add("brought to %s without a consent".formatted(row.reached()));
            return;
        }
        if (admission != null && admission.withdrawnOn() != null) {
            again.leave(admission.withdrawnOn());
        }
        if (again.state() != row.state()) {
            faults.add("%s, but should be %s".formatted(row.state(), again.state()));
        }
        boolean gone = row.state() == EntryState.COMPLETED || row.state() == EntryState.WITHDRAWN;
        if (gone != (row.leftOn() != null)) {
            faults.add("%s and left %s".formatted(row.state(), row.leftOn()));
        }
        if (row.enteredOn().isAfter(today)
                || row.enteredOn().isBefore(season.startsOn())
                || row.enteredOn().isAfter(season.endsOn())) {
            faults.add("entered " + row.enteredOn());
        }
        if (isAfter(row.trainedOn(), today) || isAfter(row.safetyIssuedOn(), today)) {
            faults.add("cleared in future");
        }
        if (person.category() == Category.TEACHER && track != Track.TEACHERS) {
            faults.add("wrong register");
        }
    }

    private static boolean isAfter(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isAfter(today);
    }

    private static SeasonView season(Row row, Track track) {
        return new SeasonView(
                new SeasonId(row.season()),
                track,
                row.startYear(),
                LocalDate.of(row.startYear(), 9, 1),
                LocalDate.of(row.startYear() + 1, 8, 31),
                false);
    }

    private List<Paper> papers(UUID person) {
        return jdbc.sql(
                        """
                        select kind, state, age_at_signing, needs_person, needs_representative, person_signed_on,
                               representative_signed_on, representative_name, valid_from, withdrawn_on
                        from participants.consent where person_id = ?\
                        """)
                .param(person)
                .query(Paper.class)
                .list();
    }

    private List<Row> rows(UUID person) {
        return jdbc.sql(
                        """
                        select e.id as entry, e.season_id as season, e.season_start_year as start_year, e.entered_on, e.left_on,
                               e.state, e.mentor, e.trained_on, e.safety_issued_on,
                               case when bool_or(s.open and m.state = 'STARTED') then 'IN_PROGRAMME'
                                    when bool_or(s.open and m.state = 'PROPOSED') then 'MATCHED'
                                    when bool_or(m.state = 'COMPLETED' and s.left_on is null) then 'COMPLETED'
                                    else 'REGISTERED' end as reached,
                               max(m.ended_on) as ended_on
                        from (select id, person_id, season_id, season_start_year, entered_on, left_on, state, true as mentor,
                                     trained_on, safety_issued_on from participants.mentor_entry
                              union all
                              select id, person_id, season_id, season_start_year, entered_on, left_on, state, false, null, null
                              from participants.mentee_entry) e
                        left join programs.mentorship_side s on s.entry_id = e.id
                        left join programs.mentorship m on m.id = s.mentorship_id
                        where e.person_id = ?
                        group by e.id, e.season_id, e.season_start_year, e.entered_on, e.left_on, e.state, e.mentor,
                                 e.trained_on, e.safety_issued_on\
                        """)
                .param(person)
                .query(Row.class)
                .list();
    }
}
