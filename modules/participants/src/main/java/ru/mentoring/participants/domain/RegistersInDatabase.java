package ru.mentoring.participants.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.CandidateSearch;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.EntryId;
import ru.mentoring.participants.EntryState;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Registers;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.Standing;
import ru.mentoring.tenancy.Audit;

@Service
class RegistersInDatabase implements Registers {

    private record Row(
            UUID person,
            UUID entry,
            String name,
            String category,
            LocalDate birthDate,
            String birthPrecision,
            String state,
            boolean trained,
            boolean cleared,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo) {}

    private final JdbcClient jdbc;
    private final MenteeEntries mentees;
    private final MentorEntries mentors;
    private final ConsentQueries consents;
    private final RunningSeasons seasons;
    private final Audit audit;

    RegistersInDatabase(
            JdbcClient jdbc,
            MenteeEntries mentees,
            MentorEntries mentors,
            ConsentQueries consents,
            RunningSeasons seasons,
            Audit audit) {
        this.jdbc = jdbc;
        this.mentees = mentees;
        this.mentors = mentors;
        this.consents = consents;
        this.seasons = seasons;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Standing> standings(Side side, Collection<PersonId> persons, LocalDate on) {
        var ids = persons.stream().map(PersonId::value).toArray(UUID[]::new);
        return standings(side, rows(side, ids, new String[0], "", on, ids.length + 1), on);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standing(Side side, PersonId person, LocalDate on) {
        return standings(side, List.of(person), on).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Standing> candidates(CandidateSearch search) {
        var categories = search.categories().stream().map(Enum::name).toArray(String[]::new);
        return standings(
                search.side(),
                rows(
                        search.side(),
                        new UUID[0],
                        categories,
                        PersonName.key(search.text()),
                        search.on(),
                        search.limit()),
                search.on());
    }

    private List<Standing> standings(Side side, List<Row> rows, LocalDate on) {
        var held = consents.held(rows.stream().map(Row::person).toList(), on);
        return rows.stream()
                .map(row ->
                        new Standing(
                                new PersonId(row.person()),
                                new EntryId(row.entry()),
                                side,
                                row.name(),
                                Category.valueOf(row.category()),
                                new Born(
                                        row.birthDate(),
                                        Born.Precision.valueOf(row.birthPrecision())),
                                on,
                                EntryState.valueOf(row.state()),
                                held.getOrDefault(new PersonId(row.person()), Set.of()),
                                row.trained(),
                                row.cleared(),
                                row.ageFrom(),
                                row.ageTo()))
                .toList();
    }

    private List<Row> rows(
            Side side, UUID[] persons, String[] categories, String text, LocalDate on, int limit) {
        return switch (side) {
            case MENTEE ->
                    jdbc.sql(
                                    """
                                    select p.id as person, e.id as entry,
                                           concat_ws(' ', p.surname, p.given_name, p.patronymic) as name,
                                           p.category, p.birth_date, p.birth_precision, e.state,
                                           false as trained, false as cleared,
                                           cast(null as int) as age_from, cast(null as int) as age_to
                                    from participants.mentee_entry e
                                    join participants.person p on p.id = e.person_id
                                    where e.season_id = any (:seasons) and e.state <> 'WITHDRAWN'
                                      and (cardinality(:persons) = 0 or p.id = any (:persons))
                                      and (cardinality(:categories) = 0 or p.category = any (:categories))
                                      and (:text = '' or p.name_key like '%' || :text || '%'
                                           or lower(p.class_name) = :text)
                                    order by p.name_key, p.id
                                    limit :limit
                                    """)
                            .param("seasons", seasons.ids())
                            .param("persons", persons)
                            .param("categories", categories)
                            .param("text", text)
                            .param("limit", limit)
                            .query(Row.class)
                            .list();
            case MENTOR ->
                    jdbc.sql(
                                    """
                                    select p.id as person, e.id as entry,
                                           concat_ws(' ', p.surname, p.given_name, p.patronymic) as name,
                                           p.category, p.birth_date, p.birth_precision, e.state,
                                           (e.trained_on is not null or e.training_waiver is not null) as trained,
                                           (e.safety_waiver is not null or (e.safety_issued_on is not null
                                               and e.safety_issued_on <= :on
                                               and (e.safety_valid_to is null or e.safety_valid_to >= :on))) as cleared,
                                           e.age_from, e.age_to
                                    from participants.mentor_entry e
                                    join participants.person p on p.id = e.person_id
                                    where e.season_id = any (:seasons) and e.state <> 'WITHDRAWN'
                                      and (cardinality(:persons) = 0 or p.id = any (:persons))
                                      and (cardinality(:categories) = 0 or p.category = any (:categories))
                                      and (:text = '' or p.name_key like '%' || :text || '%'
                                           or lower(p.class_name) = :text)
                                    order by p.name_key, p.id
                                    limit :limit
                                    """)
                            .param("seasons", seasons.ids())
                            .param("persons", persons)
                            .param("categories", categories)
                            .param("text", text)
                            .param("on", on)
                            .param("limit", limit)
                            .query(Row.class)
                            .list();
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, String> names(Collection<PersonId> persons) {
        var names = new HashMap<PersonId, String>();
        jdbc.sql(
                        """
                        select id, concat_ws(' ', surname, given_name, patronymic)
                        from participants.person where id = any (:ids)
                        """)
                .param("ids", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, n) ->
                        names.put(new PersonId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
        return names;
    }

    @Override
    @Transactional
    public void advance(Collection<EntryId> entries, EntryState state, LocalDate on) {
        mentees.findAllById(entries).forEach(entry -> mentees.save(advanced(entry, state, on)));
        mentors.findAllById(entries).forEach(entry -> mentors.save(advanced(entry, state, on)));
    }

    private <E extends RegisterEntry> E advanced(E entry, EntryState state, LocalDate on) {
        entry.advance(state, on);
        audit.record("entry.advanced", "register-entry", entry.id().value(), state.name());
        return entry;
    }
}
