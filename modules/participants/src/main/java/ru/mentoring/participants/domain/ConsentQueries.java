package ru.mentoring.participants.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.PersonId;

/** Answers who has given which consent. */
@Service
public class ConsentQueries {

    /**
     * How many of those who need a consent have given it.
     *
     * @param needed people of the current registers who need it; none for kinds that nobody has to
     *     give
     * @param valid how many of them have a valid one
     * @param half how many wait for the second signature
     * @param given valid consents of that kind, whether needed or not
     */
    public record Coverage(ConsentKind kind, int needed, int valid, int half, int given) {

        /** Says whether nobody is missing. */
        public boolean complete() {
            return valid >= needed;
        }

        /** The share in full percent, rounded down, so that 100 means everybody. */
        public int percent() {
            return needed == 0 ? 100 : valid * 100 / needed;
        }
    }

    /**
     * Somebody on the page of consents.
     *
     * @param needed whether they have to give this consent
     * @param asked whether they are asked for it at all: a consent that somebody has to give is
     *     asked of those alone, one that nobody has to give of everybody
     * @param total how many people the filter finds
     * @param totalAsked how many of them are asked
     */
    public record Line(
            UUID person,
            String name,
            @Nullable String className,
            String category,
            LocalDate birthDate,
            @Nullable String representative,
            @Nullable UUID consent,
            @Nullable String state,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean needed,
            boolean asked,
            int total,
            int totalAsked) {}

    /** What to show on the page of consents; empty texts select everybody. */
    public record Filter(ConsentKind kind, String status, String text, String className) {}

    /** A paper as the card of a person shows it. */
    public record Paper(
            UUID id,
            ConsentKind kind,
            String state,
            boolean needsPerson,
            boolean needsRepresentative,
            @Nullable LocalDate personSignedOn,
            @Nullable LocalDate representativeSignedOn,
            @Nullable String representativeName,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate withdrawnOn,
            @Nullable String paper) {}

    private static final Set<ConsentKind> VOLUNTARY =
            EnumSet.of(ConsentKind.CN3, ConsentKind.CN4, ConsentKind.CN5, ConsentKind.CN6);

    private final JdbcClient jdbc;
    private final RunningSeasons seasons;
    private final Clock clock;

    ConsentQueries(JdbcClient jdbc, RunningSeasons seasons, Clock clock) {
        this.jdbc = jdbc;
        this.seasons = seasons;
        this.clock = clock;
    }

    /** Returns which of the persons hold a consent that is valid on the day. */
    @Transactional(readOnly = true)
    public Set<UUID> holders(ConsentKind kind, Collection<UUID> persons, LocalDate on) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select person_id from participants.consent
                                where person_id = any (:persons) and kind = :kind and state = 'VALID'
                                  and valid_from <= :on and (valid_to is null or valid_to >= :on)
                                """)
                        .param("persons", persons.toArray(UUID[]::new))
                        .param("kind", kind.name())
                        .param("on", on)
                        .query(UUID.class)
                        .list());
    }

    /** Returns the kinds of consent that each of the persons holds on the day. */
    @Transactional(readOnly = true)
    public Map<PersonId, Set<ConsentKind>> held(Collection<UUID> persons, LocalDate on) {
        var held = new HashMap<PersonId, Set<ConsentKind>>();
        jdbc.sql(
                        """
                        select person_id, kind from participants.consent
                        where person_id = any (:persons) and state = 'VALID'
                          and valid_from <= :on and (valid_to is null or valid_to >= :on)
                        """)
                .param("persons", persons.toArray(UUID[]::new))
                .param("on", on)
                .query((row, n) ->
                        held.computeIfAbsent(
                                        new PersonId(row.getObject(1, UUID.class)),
                                        p -> EnumSet.noneOf(ConsentKind.class))
                                .add(ConsentKind.valueOf(row.getString(2))))
                .list();
        return held;
    }

    /** Returns the coverage of each kind among the people of the current registers. */
    @Transactional(readOnly = true)
    public List<Coverage> coverage() {
        var today = LocalDate.now(clock);
        var found = new EnumMap<ConsentKind, Coverage>(ConsentKind.class);
        jdbc.sql(
                        """
                        with member as (
                            select person_id, false as teaches from participants.mentee_entry
                            where season_id = any (:seasons) and state <> 'WITHDRAWN'
                            union all
                            select e.person_id, p.category = 'TEACHER'
                            from participants.mentor_entry e
                            join participants.person p on p.id = e.person_id
                            where e.season_id = any (:seasons) and e.state <> 'WITHDRAWN'
                        ), human as (
                            select m.person_id, bool_or(m.teaches) as teaches,
                                   max(p.birth_date) > :adult as minor
                            from member m join participants.person p on p.id = m.person_id
                            group by m.person_id
                        ), kind as (
                            select unnest(array['CN1', 'CN2', 'CN3', 'CN4', 'CN5', 'CN6', 'CN7']) as kind
                        ), line as (
                            select k.kind, h.person_id,
                                   k.kind = 'CN1' or (k.kind = 'CN2' and h.minor)
                                       or (k.kind = 'CN7' and h.teaches) as needed
                            from human h cross join kind k
                        )
                        select l.kind,
                               count(*) filter (where l.needed) as needed,
                               count(*) filter (where l.needed and c.state = 'VALID') as valid,
                               count(*) filter (where l.needed and c.state = 'SIGNED') as half,
                               count(*) filter (where c.state = 'VALID') as given
                        from line l
                        left join participants.consent c
                          on c.person_id = l.person_id and c.kind = l.kind
                         and (c.state = 'SIGNED' or (c.state = 'VALID' and c.valid_from <= :today
                              and (c.valid_to is null or c.valid_to >= :today)))
                        group by l.kind
                        """)
                .param("seasons", seasons.ids())
                .param("adult", today.minusYears(18))
                .param("today", today)
                .query((row, n) -> {
                    var kind = ConsentKind.valueOf(row.getString("kind"));
                    return found.put(
                            kind,
                            new Coverage(
                                    kind,
                                    row.getInt("needed"),
                                    row.getInt("valid"),
                                    row.getInt("half"),
                                    row.getInt("given")));
                })
                .list();
        return List.of(ConsentKind.values()).stream()
                .map(k -> found.getOrDefault(k, new Coverage(k, 0, 0, 0, 0)))
                .toList();
    }

    /**
     * Returns people of the current registers with their paper of one kind, by name.
     *
     * @param offset how many to pass over
     */
    @Transactional(readOnly = true)
    public List<Line> lines(Filter filter, int offset, int limit) {
        var today = LocalDate.now(clock);
        return jdbc.sql(
                        """
                        with member as (
                            select person_id, false as mentor from participants.mentee_entry
                            where season_id = any (:seasons) and state <> 'WITHDRAWN'
                            union all
                            select person_id, true from participants.mentor_entry
                            where season_id = any (:seasons) and state <> 'WITHDRAWN'
                        ), human as (
                            select person_id, bool_or(mentor) as mentor from member group by person_id
                        ), line as (
                            select p.id as person, concat_ws(' ', p.surname, p.given_name, p.patronymic) as name,
                                   p.name_key, p.class_name, p.category, p.birth_date,
                                   p.representative_name as representative, c.id as consent,
                                   case when c.state = 'VALID' and c.valid_to < :today then 'EXPIRED'
                                        else c.state end as state,
                                   c.valid_from, c.valid_to,
                                   :kind = 'CN1' or (:kind = 'CN2' and p.birth_date > :adult)
                                       or (:kind = 'CN7' and h.mentor and p.category = 'TEACHER') as needed
                            from human h
                            join participants.person p on p.id = h.person_id
                            left join participants.consent c on c.person_id = p.id and c.kind = :kind
                                and c.state in ('SIGNED', 'VALID')
                        )
                        select person, name, class_name, category, birth_date, representative, consent, state,
                               valid_from, valid_to, needed, needed or :voluntary as asked,
                               count(*) over () as total,
                               count(*) filter (where needed or :voluntary) over () as total_asked
                        from line
                        where (:status = '' or (:status = 'missing' and needed and state is distinct from 'VALID')
                                or (:status = 'valid' and state = 'VALID') or (:status = 'half' and state = 'SIGNED')
                                or (:status = 'expired' and state = 'EXPIRED'))
                          and (:text = '' or name_key like '%' || :text || '%')
                          and (:className = '' or class_name = :className)
                        order by name_key, person
                        offset :offset limit :limit
                        """)
                .param("seasons", seasons.ids())
                .param("kind", filter.kind().name())
                .param("voluntary", VOLUNTARY.contains(filter.kind()))
                .param("status", filter.status())
                .param("text", PersonName.key(filter.text()))
                .param("className", filter.className())
                .param("today", today)
                .param("adult", today.minusYears(18))
                .param("offset", offset)
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    /** Returns all papers of a person, the latest first. */
    @Transactional(readOnly = true)
    public List<Paper> papers(PersonId person) {
        return jdbc.sql(
                        """
                        select id, kind,
                               case when state = 'VALID' and valid_to < :today then 'EXPIRED' else state end as state,
                               needs_person, needs_representative, person_signed_on, representative_signed_on,
                               representative_name, valid_from, valid_to, withdrawn_on, paper
                        from participants.consent where person_id = :person
                        order by kind, id desc
                        """)
                .param("person", person.value())
                .param("today", LocalDate.now(clock))
                .query(Paper.class)
                .list();
    }
}
