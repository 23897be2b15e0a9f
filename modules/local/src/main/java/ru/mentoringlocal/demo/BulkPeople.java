package ru.mentoringlocal.demo;

import static ru.mentoringlocal.demo.Columns.column;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.domain.Card;
import ru.mentoring.participants.domain.Enterprise;
import ru.mentoring.participants.domain.Identities;
import ru.mentoring.participants.domain.Inn;
import ru.mentoring.participants.domain.PersonName;
import ru.mentoring.participants.domain.Representative;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.tenancy.Scope;
import ru.mentoringlocal.demo.plan.ConsentPlan;
import ru.mentoringlocal.demo.plan.EnterprisePlan;
import ru.mentoringlocal.demo.plan.EntryPlan;
import ru.mentoringlocal.demo.plan.PersonPlan;
import ru.mentoringlocal.demo.plan.SeasonPlan;
import ru.mentoringlocal.demo.plan.Words;

/**
 * Writes seasons, people, registers and consents of a school, a whole table in one statement.
 *
 * <p>Runs in the system scope of the school like everything the system does there: the policies
 * check every row, no further login is needed, and a mistake cannot reach another school. (The
 * owner of the tables is no way around: it is subject to the same policies and has none.)
 */
class BulkPeople {

    private final JdbcClient jdbc;
    private final Identities identities;

    BulkPeople(JdbcClient jdbc, Identities identities) {
        this.jdbc = jdbc;
        this.identities = identities;
    }

    void seasons(Scope scope, List<SeasonPlan> seasons) {
        statement(
                        scope,
                        """
                        insert into tenancy.season
                            (region_id, id, org_id, track, start_year, starts_on, ends_on, active, version)
                        select :region, id::uuid, :org, track, start_year::int, make_date(start_year::int, 9, 1),
                               make_date(start_year::int + 1, 8, 31), active::boolean, 0
                        from unnest(:ids, :tracks, :years, :active) as s (id, track, start_year, active)\
                        """)
                .param("ids", column(seasons, SeasonPlan::id))
                .param("tracks", column(seasons, SeasonPlan::track))
                .param("years", column(seasons, SeasonPlan::startYear))
                .param("active", column(seasons, SeasonPlan::active))
                .update();
    }

    /** Writes cards; who is the same human at another school gets the same identity. */
    void people(Scope scope, List<EnterprisePlan> partners, List<PersonPlan> people) {
        Map<String, UUID> partnerIds =
                partners.stream()
                        .collect(
                                Collectors.toMap(
                                        EnterprisePlan::inn,
                                        partner ->
                                                UUID.nameUUIDFromBytes(
                                                        (scope.org().value() + partner.inn())
                                                                .getBytes())));
        statement(
                        scope,
                        """
                        insert into participants.partner (region_id, id, org_id, version, inn, name)
                        select :region, id::uuid, :org, 0, inn, name from unnest(:ids, :inns, :names) as p (id, inn, name)
                        on conflict do nothing\
                        """)
                .param("ids", column(partners, partner -> partnerIds.get(partner.inn())))
                .param("inns", column(partners, EnterprisePlan::inn))
                .param("names", column(partners, EnterprisePlan::name))
                .update();
        var employers =
                partners.stream()
                        .collect(Collectors.toMap(EnterprisePlan::inn, Function.identity()));
        var cards = people.stream().map(person -> card(person, employers)).toList();
        var identity = identities.of(cards);
        statement(
                        scope,
                        """
                        insert into participants.person
                            (region_id, id, org_id, version, identity_id, surname, given_name, patronymic, name_key,
                             birth_date, birth_precision, category, class_name, post, workplace, teaching_since, partner_id,
                             phone, representative_name, representative_phone)
                        select :region, id::uuid, :org, 0, identity::uuid, surname, given_name, patronymic, name_key,
                               born::date, 'DAY', category, class_name, post, workplace, teaching_since::date, partner::uuid,
                               phone, representative, representative_phone
                        from unnest(:ids, :identities, :surnames, :givenNames, :patronymics, :nameKeys, :born, :categories,
                                    :classes, :posts, :workplaces, :since, :partners, :phones, :representatives,
                                    :representativePhones)
                            as p (id, identity, surname, given_name, patronymic, name_key, born, category, class_name, post,
                                  workplace, teaching_since, partner, phone, representative, representative_phone)\
                        """)
                .param("ids", column(people, PersonPlan::id))
                .param("identities", column(cards, identity::get))
                .param("surnames", column(people, PersonPlan::surname))
                .param("givenNames", column(people, PersonPlan::givenName))
                .param("patronymics", column(people, PersonPlan::patronymic))
                .param("nameKeys", column(cards, card -> card.name().key()))
                .param("born", column(people, PersonPlan::born))
                .param("categories", column(people, PersonPlan::category))
                .param("classes", column(people, PersonPlan::className))
                .param("posts", column(people, PersonPlan::post))
                .param("workplaces", column(people, PersonPlan::workplace))
                .param("since", column(people, PersonPlan::teachingSince))
                .param(
                        "partners",
                        column(
                                people,
                                person ->
                                        person.employer() == null
                                                ? null
                                                : partnerIds.get(person.employer())))
                .param("phones", column(people, PersonPlan::phone))
                .param("representatives", column(people, PersonPlan::representative))
                .param("representativePhones", column(people, PersonPlan::representativePhone))
                .update();
    }

    /** The card as somebody would fill it in by hand. */
    static Card card(PersonPlan person, Map<String, EnterprisePlan> employers) {
        var employer = person.employer() == null ? null : employers.get(person.employer());
        return new Card(
                new PersonName(person.surname(), person.givenName(), person.patronymic()),
                Born.on(person.born()),
                person.category(),
                person.className(),
                person.post(),
                person.workplace(),
                person.teachingSince(),
                employer == null ? null : new Enterprise(new Inn(employer.inn()), employer.name()),
                person.phone(),
                person.email(),
                person.representative() == null
                        ? null
                        : new Representative(
                                person.representative(), person.representativePhone()));
    }

    void entries(Scope scope, List<EntryPlan> entries) {
        var mentees = entries.stream().filter(entry -> !entry.mentor()).toList();
        entry(
                        scope,
                        """
                        insert into participants.mentee_entry
                            (region_id, id, org_id, version, person_id, season_id, season_start_year, entered_on, left_on,
                             state, request)
                        select :region, id::uuid, :org, 0, person::uuid, season::uuid, year::int, entered::date, left_on::date,
                               state, wish
                        from unnest(:ids, :persons, :seasons, :years, :entered, :left, :states, :wishes)
                            as e (id, person, season, year, entered, left_on, state, wish)\
                        """,
                        mentees)
                .update();
        var mentors = entries.stream().filter(EntryPlan::mentor).toList();
        entry(
                        scope,
                        """
                        insert into participants.mentor_entry
                            (region_id, id, org_id, version, person_id, season_id, season_start_year, entered_on, left_on,
                             state, competences, interests, age_from, age_to, hours, trained_on, training_note,
                             safety_document, safety_issued_on, safety_valid_to)
                        select :region, id::uuid, :org, 0, person::uuid, season::uuid, year::int, entered::date, left_on::date,
                               state, wish, interests, age_from::int, age_to::int, hours, trained::date,
                               case when trained is not null then :training end,
                               case when checked is not null then :check end, checked::date,
                               (checked::date + interval '1 year')::date
                        from unnest(:ids, :persons, :seasons, :years, :entered, :left, :states, :wishes, :interests, :agesFrom,
                                    :agesTo, :hours, :trained, :checked)
                            as e (id, person, season, year, entered, left_on, state, wish, interests, age_from, age_to, hours,
                                  trained, checked)\
                        """,
                        mentors)
                .param("interests", offers(mentors, EntryPlan.Offer::interests))
                .param("agesFrom", offers(mentors, EntryPlan.Offer::ageFrom))
                .param("agesTo", offers(mentors, EntryPlan.Offer::ageTo))
                .param("hours", offers(mentors, BulkPeople::hours))
                .param("trained", offers(mentors, EntryPlan.Offer::trainedOn))
                .param("checked", offers(mentors, EntryPlan.Offer::checkedOn))
                .param("training", Words.phrase("training"))
                .param("check", Words.phrase("check"))
                .update();
    }

    static String hours(EntryPlan.Offer offer) {
        return Words.phrase("hours").formatted(offer.hoursAWeek());
    }

    private static @Nullable String[] offers(
            List<EntryPlan> mentors, Function<EntryPlan.Offer, @Nullable Object> value) {
        return column(mentors, entry -> entry.offer() == null ? null : value.apply(entry.offer()));
    }

    private JdbcClient.StatementSpec entry(Scope scope, String sql, List<EntryPlan> entries) {
        return statement(scope, sql)
                .param("ids", column(entries, EntryPlan::id))
                .param("persons", column(entries, entry -> entry.person().id()))
                .param("seasons", column(entries, entry -> entry.season().id()))
                .param("years", column(entries, entry -> entry.season().startYear()))
                .param("entered", column(entries, EntryPlan::enteredOn))
                .param("left", column(entries, EntryPlan::leftOn))
                .param("states", column(entries, EntryPlan::state))
                .param("wishes", column(entries, EntryPlan::wish));
    }

    void consents(Scope scope, List<ConsentPlan> consents) {
        statement(
                        scope,
                        """
                        insert into participants.consent
                            (region_id, id, org_id, version, person_id, kind, state, age_at_signing, needs_person,
                             needs_representative, person_signed_on, representative_signed_on, representative_name,
                             valid_from, withdrawn_on, paper)
                        select :region, id::uuid, :org, 0, person::uuid, kind, state, age::int, needs_person::boolean,
                               needs_representative::boolean, by_person::date, by_representative::date, representative,
                               valid_from::date, withdrawn::date, :paper
                        from unnest(:ids, :persons, :kinds, :states, :ages, :needPerson, :needRepresentative, :byPerson,
                                    :byRepresentative, :representatives, :validFrom, :withdrawn)
                            as c (id, person, kind, state, age, needs_person, needs_representative, by_person,
                                  by_representative, representative, valid_from, withdrawn)\
                        """)
                .param("ids", column(consents, ConsentPlan::id))
                .param("persons", column(consents, consent -> consent.person().id()))
                .param("kinds", column(consents, ConsentPlan::kind))
                .param("states", column(consents, BulkPeople::state))
                .param(
                        "ages",
                        column(consents, consent -> consent.person().ageOn(consent.signedOn())))
                .param(
                        "needPerson",
                        column(consents, consent -> consent.needed().contains(Signer.PERSON)))
                .param(
                        "needRepresentative",
                        column(
                                consents,
                                consent -> consent.needed().contains(Signer.REPRESENTATIVE)))
                .param("byPerson", column(consents, consent -> signed(consent, Signer.PERSON)))
                .param(
                        "byRepresentative",
                        column(consents, consent -> signed(consent, Signer.REPRESENTATIVE)))
                .param(
                        "representatives",
                        column(
                                consents,
                                consent ->
                                        signed(consent, Signer.REPRESENTATIVE) == null
                                                ? null
                                                : consent.person().representative()))
                .param(
                        "validFrom",
                        column(consents, consent -> consent.complete() ? consent.signedOn() : null))
                .param("withdrawn", column(consents, ConsentPlan::withdrawnOn))
                .param("paper", Words.phrase("paper"))
                .update();
    }

    private static String state(ConsentPlan consent) {
        if (consent.withdrawnOn() != null) {
            return "WITHDRAWN";
        }
        return consent.complete() ? "VALID" : "SIGNED";
    }

    private static @Nullable LocalDate signed(ConsentPlan consent, Signer signer) {
        return consent.signed().contains(signer) ? consent.signedOn() : null;
    }

    private JdbcClient.StatementSpec statement(Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("region", scope.region().value())
                .param("org", scope.org().value());
    }
}
