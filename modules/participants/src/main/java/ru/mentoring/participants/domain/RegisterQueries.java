package ru.mentoring.participants.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.NoSuchPerson;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Side;

/** Shows the registers of the current season and single cards, to the own school only. */
@Service
public class RegisterQueries {

    /**
     * What part of a register is wanted; empty texts select everything.
     *
     * @param sort {@code name}, {@code class}, {@code entered} or {@code state}, with a minus sign
     *     in front for the other direction
     */
    public record Filter(
            String text, String className, String category, String state, String sort) {}

    /** A row of the register of mentees. */
    public record MenteeRow(
            UUID person,
            String name,
            @Nullable String className,
            @Nullable String post,
            Category category,
            LocalDate birthDate,
            @Nullable String phone,
            @Nullable String representativeName,
            @Nullable String representativePhone,
            @Nullable String request,
            LocalDate enteredOn,
            String state,
            boolean consent,
            boolean minor,
            boolean agreed,
            int total) {}

    /** A row of the register of mentors. */
    public record MentorRow(
            UUID person,
            String name,
            @Nullable String className,
            @Nullable String post,
            @Nullable String workplace,
            Category category,
            LocalDate birthDate,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String competences,
            @Nullable String interests,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable String hours,
            LocalDate enteredOn,
            String state,
            boolean consent,
            boolean minor,
            boolean agreed,
            boolean trained,
            boolean cleared,
            int total) {

        /** Says whether the safety check concerns this mentor (BR9). */
        public boolean checkable() {
            return category.external() && !minor;
        }
    }

    /** How many people a register has, by what they still need. */
    public record Count(int all, int pending, int free, int busy) {}

    /** Everything on the card of a person. */
    public record PersonView(
            PersonId id,
            long version,
            Card card,
            LocalDate today,
            Optional<MenteePart> mentee,
            Optional<MentorPart> mentor) {

        public int age() {
            return card.born().ageOn(today);
        }

        public boolean minor() {
            return card.born().minorOn(today);
        }
    }

    /** A person's row in the register of mentees. */
    public record MenteePart(
            UUID entry, LocalDate enteredOn, String state, @Nullable String request) {}

    /** A person's row in the register of mentors. */
    public record MentorPart(
            UUID entry,
            LocalDate enteredOn,
            String state,
            @Nullable String competences,
            @Nullable String achievements,
            @Nullable String interests,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable String hours,
            @Nullable LocalDate trainedOn,
            @Nullable String trainingNote,
            @Nullable String trainingWaiver,
            @Nullable String safetyDocument,
            @Nullable LocalDate safetyIssuedOn,
            @Nullable LocalDate safetyValidTo,
            @Nullable String safetyWaiver) {}

    private final JdbcClient jdbc;
    private final Persons persons;
    private final Partners partners;
    private final RunningSeasons seasons;
    private final Clock clock;

    RegisterQueries(
            JdbcClient jdbc,
            Persons persons,
            Partners partners,
            RunningSeasons seasons,
            Clock clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.partners = partners;
        this.seasons = seasons;
        this.clock = clock;
    }

    /** Returns a part of the register of mentees. */
    @Transactional(readOnly = true)
    public List<MenteeRow> mentees(Filter filter, int offset, int limit) {
        var today = LocalDate.now(clock);
        return jdbc.sql(
                        """
                        select p.id as person, concat_ws(' ', p.surname, p.given_name, p.patronymic) as name,
                               p.class_name, p.post, p.category, p.birth_date, p.phone,
                               p.representative_name, p.representative_phone, e.request, e.entered_on, e.state,
                               exists (select 1 from participants.consent c where c.person_id = p.id
                                   and c.kind = 'CN1' and c.state = 'VALID' and c.valid_from <= :today
                                   and (c.valid_to is null or c.valid_to >= :today)) as consent,
                               p.birth_date > :adult as minor,
                               exists (select 1 from participants.consent c where c.person_id = p.id
                                   and c.kind = 'CN2' and c.state = 'VALID' and c.valid_from <= :today
                                   and (c.valid_to is null or c.valid_to >= :today)) as agreed,
                               count(*) over () as total
                        from participants.mentee_entry e
                        join participants.person p on p.id = e.person_id
                        where e.season_id = any (:seasons)
                          and (:text = '' or p.name_key like '%' || :text || '%')
                          and (:className = '' or p.class_name = :className)
                          and (:category = '' or p.category = :category)
                          and (:state = '' or e.state = :state)
                        order by
                            case when :sort = 'class' then p.class_name end,
                            case when :sort = '-class' then p.class_name end desc,
                            case when :sort = 'entered' then e.entered_on end,
                            case when :sort = '-entered' then e.entered_on end desc,
                            case when :sort = 'state' then e.state end,
                            case when :sort = '-state' then e.state end desc,
                            case when :sort = '-name' then p.name_key end desc,
                            p.name_key, p.id
                        offset :offset limit :limit
                        """)
                .param("seasons", seasons.ids())
                .param("text", PersonName.key(filter.text()))
                .param("className", filter.className())
                .param("category", filter.category())
                .param("state", filter.state())
                .param("sort", filter.sort())
                .param("today", today)
                .param("adult", today.minusYears(18))
                .param("offset", offset)
                .param("limit", limit)
                .query(MenteeRow.class)
                .list();
    }

    /** Returns a part of the register of mentors. */
    @Transactional(readOnly = true)
    public List<MentorRow> mentors(Filter filter, int offset, int limit) {
        var today = LocalDate.now(clock);
        return jdbc.sql(
                        """
                        select p.id as person, concat_ws(' ', p.surname, p.given_name, p.patronymic) as name,
                               p.class_name, p.post, coalesce(p.workplace, o.name) as workplace, p.category,
                               p.birth_date, p.phone, p.email,
                               e.competences, e.interests, e.age_from, e.age_to, e.hours, e.entered_on, e.state,
                               exists (select 1 from participants.consent c where c.person_id = p.id
                                   and c.kind = 'CN1' and c.state = 'VALID' and c.valid_from <= :today
                                   and (c.valid_to is null or c.valid_to >= :today)) as consent,
                               p.birth_date > :adult as minor,
                               exists (select 1 from participants.consent c where c.person_id = p.id
                                   and c.kind = 'CN2' and c.state = 'VALID' and c.valid_from <= :today
                                   and (c.valid_to is null or c.valid_to >= :today)) as agreed,
                               (e.trained_on is not null or e.training_waiver is not null) as trained,
                               (e.safety_waiver is not null or (e.safety_issued_on is not null
                                   and e.safety_issued_on <= :today
                                   and (e.safety_valid_to is null or e.safety_valid_to >= :today))) as cleared,
                               count(*) over () as total
                        from participants.mentor_entry e
                        join participants.person p on p.id = e.person_id
                        left join participants.partner o on o.id = p.partner_id
                        where e.season_id = any (:seasons)
                          and (:text = '' or p.name_key like '%' || :text || '%'
                               or position(:text in lower(e.competences)) > 0)
                          and (:className = '' or p.class_name = :className)
                          and (:category = '' or p.category = :category)
                          and (:state = '' or e.state = :state)
                        order by
                            case when :sort = 'class' then coalesce(p.class_name, p.post) end,
                            case when :sort = '-class' then coalesce(p.class_name, p.post) end desc,
                            case when :sort = 'entered' then e.entered_on end,
                            case when :sort = '-entered' then e.entered_on end desc,
                            case when :sort = 'state' then e.state end,
                            case when :sort = '-state' then e.state end desc,
                            case when :sort = '-name' then p.name_key end desc,
                            p.name_key, p.id
                        offset :offset limit :limit
                        """)
                .param("seasons", seasons.ids())
                .param("text", PersonName.key(filter.text()))
                .param("className", filter.className())
                .param("category", filter.category())
                .param("state", filter.state())
                .param("sort", filter.sort())
                .param("today", today)
                .param("adult", today.minusYears(18))
                .param("offset", offset)
                .param("limit", limit)
                .query(MentorRow.class)
                .list();
    }

    /** Counts the people of a register of the current season. */
    @Transactional(readOnly = true)
    public Count count(Side side) {
        return switch (side) {
            case MENTEE ->
                    jdbc.sql(
                                    """
                                    select count(*) as all,
                                           count(*) filter (where state = 'CONSENT_PENDING') as pending,
                                           count(*) filter (where state = 'REGISTERED') as free,
                                           count(*) filter (where state in ('MATCHED', 'IN_PROGRAMME')) as busy
                                    from participants.mentee_entry
                                    where season_id = any (:seasons) and state <> 'WITHDRAWN'
                                    """)
                            .param("seasons", seasons.ids())
                            .query(Count.class)
                            .single();
            case MENTOR ->
                    jdbc.sql(
                                    """
                                    select count(*) as all,
                                           count(*) filter (where state = 'CONSENT_PENDING') as pending,
                                           count(*) filter (where state = 'REGISTERED') as free,
                                           count(*) filter (where state in ('MATCHED', 'IN_PROGRAMME')) as busy
                                    from participants.mentor_entry
                                    where season_id = any (:seasons) and state <> 'WITHDRAWN'
                                    """)
                            .param("seasons", seasons.ids())
                            .query(Count.class)
                            .single();
        };
    }

    /** Returns the classes that occur among the pupils of the school, in order. */
    @Transactional(readOnly = true)
    public List<String> classes() {
        return jdbc.sql(
                        """
                        select class_name from participants.person where class_name is not null
                        group by class_name
                        order by nullif(regexp_replace(class_name, '\\D', '', 'g'), '')::int nulls last, class_name
                        """)
                .query(String.class)
                .list();
    }

    /**
     * Returns the card of a person with their rows in the current registers.
     *
     * @throws NoSuchPerson if there is no such person here
     */
    @Transactional(readOnly = true)
    public PersonView person(PersonId id) {
        var person = persons.findById(id).orElseThrow(() -> new NoSuchPerson(id));
        var partner = person.partnerId();
        var enterprise =
                partner == null
                        ? null
                        : partners.findById(new ru.mentoring.participants.PartnerId(partner))
                                .map(Partner::enterprise)
                                .orElse(null);
        return new PersonView(
                id,
                person.version(),
                person.card(enterprise),
                LocalDate.now(clock),
                menteePart(id),
                mentorPart(id));
    }

    private Optional<MenteePart> menteePart(PersonId id) {
        return jdbc.sql(
                        """
                        select id as entry, entered_on, state, request
                        from participants.mentee_entry
                        where person_id = :person and season_id = any (:seasons)
                        order by entered_on desc limit 1
                        """)
                .param("person", id.value())
                .param("seasons", seasons.ids())
                .query(MenteePart.class)
                .optional();
    }

    private Optional<MentorPart> mentorPart(PersonId id) {
        return jdbc.sql(
                        """
                        select id as entry, entered_on, state, competences, achievements, interests, age_from, age_to,
                               hours, trained_on, training_note, training_waiver, safety_document, safety_issued_on,
                               safety_valid_to, safety_waiver
                        from participants.mentor_entry
                        where person_id = :person and season_id = any (:seasons)
                        order by entered_on desc limit 1
                        """)
                .param("person", id.value())
                .param("seasons", seasons.ids())
                .query(MentorPart.class)
                .optional();
    }
}
