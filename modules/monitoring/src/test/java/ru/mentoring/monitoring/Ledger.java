package ru.mentoring.monitoring;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;

/** Writes what other modules would have recorded, as they would have stored it. */
@TestComponent
public class Ledger implements AutoCloseable {

    private final SingleConnectionDataSource source;
    private final JdbcTemplate jdbc;

    Ledger(OracleDb oracle) {
        var address = oracle.address();
        source =
                new SingleConnectionDataSource(
                        address.url(), address.user(), address.password(), true);
        jdbc = new JdbcTemplate(source);
    }

    @Override
    public void close() {
        source.destroy();
    }

    /** A human as the region knows one: without a name, the same in every school. */
    public record Human(UUID identity, LocalDate born) {

        public static Human born(LocalDate day) {
            return new Human(UUID.randomUUID(), day);
        }
    }

    /** A card of a human at a school. */
    public record Card(Regions.Org school, UUID id) {}

    /** Looks and changes as a superuser. */
    public JdbcTemplate jdbc() {
        return jdbc;
    }

    public Card pupil(Regions.Org school, Human human) {
        return card(school, human, "PUPIL", null, null);
    }

    public Card teacher(Regions.Org school, Human human, LocalDate since) {
        return card(school, human, "TEACHER", since, null);
    }

    public Card employee(Regions.Org school, Human human, String inn) {
        return card(school, human, "EMPLOYEE", null, inn);
    }

    public Card card(
            Regions.Org school,
            Human human,
            String category,
            @Nullable LocalDate teachingSince,
            @Nullable String inn) {
        UUID partner = null;
        if (inn != null) {
            jdbc.update(
                    "insert into participants.partner (region_id, id, org_id, version, inn, name) values (?, ?, ?, 0, ?, 'Завод') on conflict do nothing",
                    school.region().value(),
                    UUID.randomUUID(),
                    school.id().value(),
                    inn);
            partner =
                    jdbc.queryForObject(
                            "select id from participants.partner where org_id = ? and inn = ?",
                            UUID.class,
                            school.id().value(),
                            inn);
        }
        var id = UUID.randomUUID();
        jdbc.update(
                """
                insert into participants.person (region_id, id, org_id, version, identity_id, surname, given_name, name_key,
                    birth_date, birth_precision, category, teaching_since, partner_id)
                values (?, ?, ?, 0, ?, 'Светлячков', 'Егор', ?, ?, 'DAY', ?, ?, ?)\
                """,
                school.region().value(),
                id,
                school.id().value(),
                human.identity(),
                id.toString(),
                Date.valueOf(human.born()),
                category,
                teachingSince == null ? null : Date.valueOf(teachingSince),
                partner);
        return new Card(school, id);
    }

    /** Enters somebody into a register of a season. */
    public void enter(Card card, String register, int season, String state) {
        jdbc.update(
                """
                insert into participants.%s (region_id, id, org_id, version, person_id, season_id, season_start_year, entered_on, state)
                values (?, gen_random_uuid(), ?, 0, ?, ?, ?, ?, ?)\
                """
                        .formatted(register),
                card.school().region().value(),
                card.school().id().value(),
                card.id(),
                UUID.nameUUIDFromBytes((card.school().id().value() + "/" + season).getBytes()),
                season,
                Date.valueOf(LocalDate.of(season, 9, 10)),
                state);
    }

    /** Files a consent. */
    public void consent(
            Card card,
            String kind,
            String state,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        jdbc.update(
                """
                insert into participants.consent (region_id, id, org_id, version, person_id, kind, state, age_at_signing,
                    needs_person, needs_representative, person_signed_on, valid_from, valid_to, withdrawn_on)
                values (?, gen_random_uuid(), ?, 0, ?, ?, ?, 14, true, false, ?, ?, ?, ?)\
                """,
                card.school().region().value(),
                card.school().id().value(),
                card.id(),
                kind,
                state,
                from,
                from,
                until,
                state.equals("WITHDRAWN") ? from : null);
    }

    /** Starts a mentorship that goes on. */
    public void pair(Card mentor, Card mentee, LocalDate started) {
        mentorship(mentor, mentee, "STARTED", started, null, null);
    }

    public void mentorship(
            Card mentor,
            Card mentee,
            String state,
            @Nullable LocalDate started,
            @Nullable LocalDate ended,
            @Nullable LocalDate secondMeeting) {
        var id = UUID.randomUUID();
        var school = mentor.school();
        jdbc.update(
                """
                insert into programs.mentorship (region_id, id, org_id, version, track, form, season_id, season_start_year, state,
                    proposed_on, order_number, order_date, started_on, ended_on, end_reason, second_meeting_on)
                values (?, ?, ?, 0, 'LEARNERS', 'EMPLOYER_PUPIL', ?, 2024, ?, '2020-01-01', '1-о', '2020-01-01', ?, ?, ?, ?)\
                """,
                school.region().value(),
                id,
                school.id().value(),
                UUID.randomUUID(),
                state,
                started,
                ended,
                ended == null ? null : "MUTUAL_WISH",
                secondMeeting);
        for (var card : new Card[] {mentor, mentee}) {
            jdbc.update(
                    """
                    insert into programs.mentorship_side (region_id, id, org_id, version, mentorship_id, side, person_id, entry_id,
                        mentor_person_id, form, open, minor)
                    values (?, gen_random_uuid(), ?, 0, ?, ?, ?, gen_random_uuid(), ?, 'EMPLOYER_PUPIL', false, false)\
                    """,
                    school.region().value(),
                    school.id().value(),
                    id,
                    card == mentor ? "MENTOR" : "MENTEE",
                    card.id(),
                    mentor.id());
        }
    }

    /** Keeps a roadmap for a school's learners, sent or not. */
    public void roadmap(Regions.Org school, int startYear, boolean sent) {
        roadmap(school, "LEARNERS", startYear, sent);
    }

    /** Keeps a roadmap of a school, sent or not. */
    public void roadmap(Regions.Org school, String track, int startYear, boolean sent) {
        var at = LocalDate.of(startYear, 9, 20).atStartOfDay().atOffset(ZoneOffset.UTC);
        jdbc.update(
                """
                insert into roadmaps.roadmap (region_id, id, org_id, track, start_year, title, institution, period_from, state, edition,
                    reviewer_id, composed_at, submitted_at, changes, version)
                values (?, gen_random_uuid(), ?, ?, ?, 'Карта', 'Школа', ?, ?, ?, ?, ?, ?, 0, 0)\
                """,
                school.region().value(),
                school.id().value(),
                track,
                startYear,
                Date.valueOf(LocalDate.of(startYear, 9, 1)),
                sent ? "ON_AGREEMENT" : "DRAFT",
                sent ? 1 : 0,
                sent ? UUID.randomUUID() : null,
                at,
                sent ? at : null);
    }

    /**
     * Notes that a school was on the approved list in earlier days too.
     *
     * @param until the first day on which it was not on the list any more
     */
    public void listedOnce(Regions.Org school, LocalDate from, LocalDate until) {
        jdbc.update(
                "insert into sec.listing (region_id, org_id, valid) values (?, ?, daterange(?, ?))",
                school.region().value(),
                school.id().value(),
                Date.valueOf(from),
                Date.valueOf(until));
    }

    /** Notes that a school has taken back what it had sent before anybody decided. */
    public void takeRoadmapBack(Regions.Org school, int startYear) {
        jdbc.update(
                "update roadmaps.roadmap set state = 'DRAFT' where org_id = ? and start_year = ?",
                school.id().value(),
                startYear);
    }

    /** Moves a school below another territory from a day on. */
    public void move(Regions.Org school, Regions.Org to, LocalDate on) {
        var region = school.region().value();
        jdbc.update(
                "update sec.org_edge set valid = daterange(lower(valid), cast(? as date)) where org_id = ? and distance > 0",
                Date.valueOf(on),
                school.id().value());
        jdbc.update(
                """
                insert into sec.org_edge (region_id, org_id, ancestor_id, distance, valid)
                select ?, ?, ancestor_id, distance + 1, daterange(cast(? as date), null) from sec.org_edge where org_id = ? and valid @> cast(? as date)\
                """,
                region,
                school.id().value(),
                Date.valueOf(on),
                to.id().value(),
                Date.valueOf(on));
    }
}
