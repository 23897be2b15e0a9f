package ru.mentoring.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.participants.domain.Card;
import ru.mentoring.participants.domain.CardFixture;
import ru.mentoring.participants.domain.Clearance;
import ru.mentoring.participants.domain.ConsentDesk;
import ru.mentoring.participants.domain.ConsentDesk.Sheet;
import ru.mentoring.participants.domain.ConsentQueries;
import ru.mentoring.participants.domain.Enterprise;
import ru.mentoring.participants.domain.Inn;
import ru.mentoring.participants.domain.Recording;
import ru.mentoring.participants.domain.Recording.Recorded;
import ru.mentoring.participants.domain.Recording.Refused;
import ru.mentoring.participants.domain.RegisterQueries;
import ru.mentoring.participants.domain.Registered.Outcome;
import ru.mentoring.participants.domain.Registrant;
import ru.mentoring.participants.domain.Registration;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.participants.domain.Wish;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class ParticipantsModuleTests {

    @Autowired Registration registration;
    @Autowired ConsentDesk desk;
    @Autowired ConsentQueries consents;
    @Autowired Clearance clearance;
    @Autowired Registers registers;
    @Autowired RegisterQueries queries;
    @Autowired SystemScopes systemScopes;
    @Autowired Regions regions;
    @Autowired OracleDb oracle;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    private LocalDate today;
    private Regions.District district;
    private Regions.Org school;

    @BeforeEach
    void openSchool() {
        today = LocalDate.now(clock);
        district = regions.fresh().district();
        school = district.school();
    }

    private PersonId mentee(Regions.Org at, String name, int age) {
        return register(at, CardFixture.pupil(name, today, age), CardFixture.request());
    }

    private PersonId register(Regions.Org at, Card card, Wish wish) {
        return at.ask(Role.CURATOR, () -> registration.register(new Registrant(card, wish)))
                .person();
    }

    private Recording sign(PersonId person, ConsentKind kind, Signer... signatures) {
        var sheet = new Sheet(kind, Set.of(signatures), today, null, null, "папка 1");
        return school.ask(Role.CURATOR, () -> desk.record(List.of(person), sheet)).getFirst();
    }

    private Standing standing(Side side, PersonId person) {
        return school.ask(Role.CURATOR, () -> registers.standing(side, person, today))
                .orElseThrow();
    }

    @Test
    void lets20PeopleIntoTheRegisterAtOnceAndFindsThemAgain() {
        var names = List.of("Гайкин", "Зорин", "Тишин", "Парусов");
        var people =
                names.stream()
                        .flatMap(surname ->
                                List.of("Матвей", "Савва", "Егор", "Лев", "Глеб").stream()
                                        .map(given -> surname + " " + given))
                        .map(name ->
                                new Registrant(
                                        CardFixture.pupil(name, today, 12), CardFixture.request()))
                        .toList();

        var first = school.ask(Role.CURATOR, () -> registration.register(people));
        var second = school.ask(Role.CURATOR, () -> registration.register(people));

        assertThat(first).extracting(r -> r.outcome()).containsOnly(Outcome.CREATED);
        assertThat(second).extracting(r -> r.outcome()).containsOnly(Outcome.UNCHANGED);
        assertThat(second)
                .extracting(r -> r.person())
                .containsExactlyElementsOf(first.stream().map(r -> r.person()).toList());
        assertThat(peopleOf(school)).isEqualTo(20);
    }

    @Test
    void foreseesWhatItWouldDoAndChangesNothing() {
        mentee(school, "Гайкин Матвей", 14);
        var known =
                new Registrant(
                        CardFixture.pupil("Гайкин Матвей", today, 14), CardFixture.request());
        var changed =
                new Registrant(
                        CardFixture.pupil("Гайкин Матвей", today, 14),
                        new Wish.Request("речной флот", null));
        var unknown =
                new Registrant(CardFixture.pupil("Зорин Лев", today, 14), CardFixture.request());

        var foreseen =
                school.ask(
                        Role.CURATOR,
                        () ->
                                List.of(
                                        registration.forecast(List.of(known)).getFirst(),
                                        registration.forecast(List.of(changed)).getFirst(),
                                        registration.forecast(List.of(unknown)).getFirst()));

        assertThat(foreseen).containsExactly(Outcome.UNCHANGED, Outcome.UPDATED, Outcome.CREATED);
        assertThat(peopleOf(school)).isEqualTo(1);
        assertThat(
                        oracle.count(
                                "select count(*) from participants.mentee_entry where org_id = ? and request = 'речной флот'",
                                school.id().value()))
                .isZero();
    }

    /** A day replaces the year alone; the year alone takes no day away. */
    @Test
    void learnsTheDayOfBirthOfSomebodyKnownByTheYear() {
        var day = CardFixture.pupil("Росинкина Аня", today, 13);
        var year = withBirth(day, Born.in(day.born().date().getYear()));
        var first = register(school, year, CardFixture.request());

        var second = register(school, day, CardFixture.request());
        var third = register(school, year, CardFixture.request());

        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first);
        assertThat(standing(Side.MENTEE, first).born()).isEqualTo(day.born());
    }

    private static Card withBirth(Card card, Born born) {
        return new Card(
                card.name(),
                born,
                card.category(),
                card.className(),
                card.post(),
                card.workplace(),
                card.teachingSince(),
                card.enterprise(),
                card.phone(),
                card.email(),
                card.representative());
    }

    @Test
    void givesTheSameHumanOneIdentityInAllSchoolsOfTheRegionAndNoOther() {
        var second = district.school();
        var foreign = regions.fresh().district().school();
        mentee(school, "Светлячков Егор Тихонович", 14);
        mentee(second, "СВЕТЛЯЧКОВ  Егор Тихонович", 14);
        mentee(second, "Светлячков Егор Борисович", 14);
        mentee(foreign, "Светлячков Егор Тихонович", 14);

        var identities =
                oracle.jdbc()
                        .sql(
                                """
                                select identity_id from participants.person
                                where name_key = 'светлячков егор тихонович' and org_id in (:orgs)
                                """)
                        .param(
                                "orgs",
                                List.of(
                                        school.id().value(),
                                        second.id().value(),
                                        foreign.id().value()))
                        .query(UUID.class)
                        .list();
        assertThat(identities).hasSize(3);
        assertThat(Set.copyOf(identities)).hasSize(2);
        assertThat(
                        oracle.count(
                                "select count(distinct identity_id) from participants.person where region_id = ?",
                                school.region().value()))
                .isEqualTo(2);
    }

    @Test
    void countsAnEnterpriseOnceHoweverManyOfItsPeopleAreMentors() {
        var plant = new Enterprise(new Inn("7707083893"), "Завод «Самоцвет»");
        var people =
                List.of("Токарев Глеб", "Мостов Иван").stream()
                        .map(name ->
                                new Registrant(
                                        CardFixture.employee(name, today, plant),
                                        CardFixture.offer()))
                        .toList();

        school.ask(Role.CURATOR, () -> registration.register(people));

        assertThat(
                        oracle.count(
                                "select count(*) from participants.partner where org_id = ?",
                                school.id().value()))
                .isEqualTo(1);
        assertThat(
                        oracle.count(
                                "select count(*) from participants.published_person where org_id = ? and partner_inn = '7707083893'",
                                school.id().value()))
                .isEqualTo(2);
    }

    @Test
    void waitsForTheConsentThatTheAgeAsksFor() {
        var child = mentee(school, "Росинкина Аня", 12);
        var teenager = mentee(school, "Зорин Лев", 15);

        assertThat(standing(Side.MENTEE, child).registered()).isFalse();

        assertThat(sign(child, ConsentKind.CN1, Signer.REPRESENTATIVE))
                .isEqualTo(new Recorded(child, true));
        assertThat(sign(teenager, ConsentKind.CN1, Signer.REPRESENTATIVE))
                .isEqualTo(new Recorded(teenager, false));
        assertThat(standing(Side.MENTEE, child).registered()).isTrue();
        assertThat(standing(Side.MENTEE, teenager).registered()).isFalse();

        assertThat(sign(teenager, ConsentKind.CN1, Signer.PERSON))
                .isEqualTo(new Recorded(teenager, true));
        assertThat(standing(Side.MENTEE, teenager).registered()).isTrue();
    }

    @Test
    void admitsAtOnceWhoseConsentIsThereAlready() {
        var person =
                register(
                        school,
                        CardFixture.adult("Верстаева Софья", today, Category.TEACHER),
                        CardFixture.offer());
        sign(person, ConsentKind.CN1, Signer.PERSON);

        register(
                school,
                CardFixture.adult("Верстаева Софья", today, Category.TEACHER),
                CardFixture.request());

        assertThat(standing(Side.MENTEE, person).state()).isEqualTo(EntryState.REGISTERED);
    }

    @Test
    void namesTheReasonWhenAPaperCannotBeTaken() {
        var child = mentee(school, "Росинкина Аня", 12);
        var adult =
                register(
                        school,
                        CardFixture.adult("Токарев Глеб", today, Category.PARENT),
                        CardFixture.offer());
        sign(adult, ConsentKind.CN1, Signer.PERSON);

        assertThat(sign(child, ConsentKind.CN1, Signer.PERSON))
                .isEqualTo(new Refused(child, Recording.Reason.SIGNATURE_MISSING));
        assertThat(sign(adult, ConsentKind.CN2, Signer.REPRESENTATIVE))
                .isEqualTo(new Refused(adult, Recording.Reason.NOT_FOR_THIS_AGE));
        assertThat(sign(adult, ConsentKind.CN1, Signer.PERSON))
                .isEqualTo(new Refused(adult, Recording.Reason.VALID_ALREADY));
        var tomorrow =
                new Sheet(
                        ConsentKind.CN3,
                        Set.of(Signer.PERSON),
                        today.plusDays(1),
                        null,
                        null,
                        null);
        assertThat(school.ask(Role.CURATOR, () -> desk.record(List.of(adult), tomorrow)))
                .containsExactly(new Refused(adult, Recording.Reason.SIGNED_IN_FUTURE));
    }

    @Test
    void asksWhoTheRepresentativeIs() {
        var card = CardFixture.pupil("Росинкина Аня", today, 12);
        var alone =
                new Card(
                        card.name(),
                        card.born(),
                        card.category(),
                        card.className(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        var child = register(school, alone, CardFixture.request());

        assertThat(sign(child, ConsentKind.CN1, Signer.REPRESENTATIVE))
                .isEqualTo(new Refused(child, Recording.Reason.REPRESENTATIVE_UNKNOWN));
    }

    @Test
    void takesSomebodyOutOfTheRegisterWhenTheConsentIsWithdrawn() {
        var child = mentee(school, "Росинкина Аня", 12);
        sign(child, ConsentKind.CN1, Signer.REPRESENTATIVE);
        var paper = school.ask(Role.CURATOR, () -> consents.papers(child)).getFirst();

        var whose = school.ask(Role.CURATOR, () -> desk.withdraw(new ConsentId(paper.id())));
        school.ask(Role.CURATOR, () -> desk.withdraw(new ConsentId(paper.id())));

        assertThat(whose).isEqualTo(child);
        assertThat(school.ask(Role.CURATOR, () -> registers.standing(Side.MENTEE, child, today)))
                .isEmpty();
        assertThat(
                        oracle.count(
                                "select count(*) from audit.entry where org_id = ? and action = 'consent.withdrawn'",
                                school.id().value()))
                .isEqualTo(1);
    }

    @Test
    void letsANewerPaperTakeOverFromAnOlderOne() {
        var adult =
                register(
                        school,
                        CardFixture.adult("Токарев Глеб", today, Category.PARENT),
                        CardFixture.offer());
        var first =
                new Sheet(
                        ConsentKind.CN1,
                        Set.of(Signer.PERSON),
                        today.minusDays(9),
                        today.plusDays(9),
                        null,
                        null);
        var second =
                new Sheet(
                        ConsentKind.CN1,
                        Set.of(Signer.PERSON),
                        today,
                        today.plusYears(1),
                        null,
                        null);

        school.ask(Role.CURATOR, () -> desk.record(List.of(adult), first));
        school.ask(Role.CURATOR, () -> desk.record(List.of(adult), second));

        assertThat(school.ask(Role.CURATOR, () -> consents.papers(adult)))
                .extracting(p -> p.state())
                .containsExactlyInAnyOrder("EXPIRED", "VALID");
        assertThat(standing(Side.MENTOR, adult).registered()).isTrue();
    }

    @Test
    void countsHowManyConsentsAreMissing() {
        var first = mentee(school, "Росинкина Аня", 12);
        mentee(school, "Зорин Лев", 15);
        register(
                school,
                CardFixture.adult("Верстаева Софья", today, Category.TEACHER),
                CardFixture.offer());
        sign(first, ConsentKind.CN1, Signer.REPRESENTATIVE);

        var coverage = school.ask(Role.CURATOR, consents::coverage);

        assertThat(coverage)
                .filteredOn(c -> c.needed() > 0)
                .extracting(c -> c.kind(), c -> c.valid(), c -> c.needed())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ConsentKind.CN1, 1, 3),
                        org.assertj.core.groups.Tuple.tuple(ConsentKind.CN2, 0, 2),
                        org.assertj.core.groups.Tuple.tuple(ConsentKind.CN7, 0, 1));
    }

    @Test
    void keepsTheWaiverOfTheSafetyCheckToTheDirector() {
        var parent =
                register(
                        school,
                        CardFixture.adult("Токарев Глеб", today, Category.PARENT),
                        CardFixture.offer());

        assertThatExceptionOfType(ru.mentoring.tenancy.Forbidden.class)
                .isThrownBy(() ->
                        school.as(Role.CURATOR, () -> clearance.waiveCheck(parent, "давно знаем")));
        school.as(Role.DIRECTOR, () -> clearance.waiveCheck(parent, "сотрудник полиции"));

        assertThat(standing(Side.MENTOR, parent).cleared()).isTrue();
    }

    @Test
    void showsNobodyOutsideTheSchoolAName() {
        var child = mentee(school, "Росинкина Аня", 12);
        var neighbour = district.school();

        assertThatExceptionOfType(NoSuchPerson.class)
                .isThrownBy(() -> neighbour.ask(Role.CURATOR, () -> queries.person(child)));
        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() -> district.ask(Role.DISTRICT_OFFICER, () -> queries.person(child)))
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    @Test
    void letsTheRollUpReadTheCountableColumnsOnly() {
        mentee(school, "Росинкина Аня", 12);
        var scope = systemScopes.rollup(school.region());
        var transaction = new TransactionTemplate(transactions);

        var rows =
                CurrentScope.call(
                        scope,
                        () ->
                                transaction.execute(status ->
                                        jdbc.sql(
                                                        "select category from participants.published_person")
                                                .query(String.class)
                                                .list()));

        assertThat(rows).containsExactly("PUPIL");
        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() ->
                        CurrentScope.call(
                                scope,
                                () ->
                                        transaction.execute(status ->
                                                jdbc.sql("select surname from participants.person")
                                                        .query(String.class)
                                                        .list())))
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    @Test
    void letsNobodyReadTheTableOfIdentities() {
        mentee(school, "Росинкина Аня", 12);

        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() ->
                        school.ask(
                                Role.CURATOR,
                                () ->
                                        new TransactionTemplate(transactions)
                                                .execute(status ->
                                                        jdbc.sql(
                                                                        "select hash from participants.identity")
                                                                .query(byte[].class)
                                                                .list())))
                .havingRootCause()
                .withMessageContaining("permission denied");
    }

    private long peopleOf(Regions.Org org) {
        return oracle.count(
                "select count(*) from participants.person where org_id = ?", org.id().value());
    }
}
