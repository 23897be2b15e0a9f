package ru.mentoring.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.ConsentId;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.EntryState;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Registers;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.domain.Card;
import ru.mentoring.participants.domain.Clearance;
import ru.mentoring.participants.domain.ConsentDesk;
import ru.mentoring.participants.domain.ConsentDesk.Sheet;
import ru.mentoring.participants.domain.ConsentQueries;
import ru.mentoring.participants.domain.PersonName;
import ru.mentoring.participants.domain.Registrant;
import ru.mentoring.participants.domain.Registration;
import ru.mentoring.participants.domain.Representative;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.participants.domain.Wish;
import ru.mentoring.programs.Obstacle.Reason;
import ru.mentoring.programs.domain.Admission;
import ru.mentoring.programs.domain.Admission.Admitted;
import ru.mentoring.programs.domain.Admission.Refused;
import ru.mentoring.programs.domain.Confirmation;
import ru.mentoring.programs.domain.Ending;
import ru.mentoring.programs.domain.Holding;
import ru.mentoring.programs.domain.MeetingFormat;
import ru.mentoring.programs.domain.MeetingRecord;
import ru.mentoring.programs.domain.Mentoring;
import ru.mentoring.programs.domain.MentorshipQueries;
import ru.mentoring.programs.domain.SigningOrder;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class ProgramsModuleTests {

    private static final String FORM = "EMPLOYER_PUPIL";

    @Autowired Mentoring mentoring;
    @Autowired MentorshipQueries queries;
    @Autowired Registration registration;
    @Autowired ConsentDesk desk;
    @Autowired ConsentQueries consents;
    @Autowired Clearance clearance;
    @Autowired Registers registers;
    @Autowired Regions regions;
    @Autowired OracleDb oracle;
    @Autowired Clock clock;

    private Regions.Org school;
    private Scope curator;
    private LocalDate today;
    private int people;

    @BeforeEach
    void openSchool() {
        school = regions.fresh().district().school();
        curator = school.scope(Role.CURATOR);
        today = LocalDate.now(clock);
        people = 0;
    }

    private <T> T ask(Callable<T> work) {
        try {
            return CurrentScope.callChecked(curator, work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private PersonId person(Side side, Category category, int age) {
        var card =
                new Card(
                        PersonName.parse(
                                        "Светлячков Егор "
                                                + "Тихонович".substring(0, 4 + people % 5)
                                                + "х".repeat(people / 5))
                                .orElseThrow(),
                        Born.on(today.minusYears(age).minusDays(30 + people++)),
                        category,
                        category == Category.PUPIL ? "9А" : null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Representative("Светлячкова Вера", null));
        Wish wish =
                switch (side) {
                    case MENTEE -> new Wish.Request("станки", null);
                    case MENTOR -> new Wish.Offer("станки", null, null, null, null, null, null);
                };
        return ask(() -> registration.register(new Registrant(card, wish))).person();
    }

    private PersonId mentee() {
        var mentee = person(Side.MENTEE, Category.PUPIL, 13);
        sign(mentee, ConsentKind.CN1, Signer.REPRESENTATIVE);
        sign(mentee, ConsentKind.CN2, Signer.REPRESENTATIVE);
        return mentee;
    }

    private PersonId mentor() {
        var mentor = person(Side.MENTOR, Category.EMPLOYEE, 40);
        sign(mentor, ConsentKind.CN1, Signer.PERSON);
        CurrentScope.run(curator, () -> clearance.train(mentor, today, null));
        CurrentScope.run(curator, () -> clearance.check(mentor, "справка 12", today, null));
        return mentor;
    }

    private void sign(PersonId person, ConsentKind kind, Signer signer) {
        var sheet = new Sheet(kind, Set.of(signer), today, null, null, null);
        ask(() -> desk.record(List.of(person), sheet));
    }

    private MentorshipId proposed(PersonId mentor, PersonId... mentees) {
        var admission = ask(() -> mentoring.propose(FORM, mentor, List.of(mentees)));
        assertThat(admission).isInstanceOf(Admitted.class);
        return ((Admitted) admission).mentorship();
    }

    private void confirm(MentorshipId id) {
        var detail = ask(() -> queries.detail(id));
        for (var part : detail.parts()) {
            CurrentScope.run(
                    curator,
                    () ->
                            mentoring.confirm(
                                    id,
                                    part.person(),
                                    new Confirmation(
                                            Confirmation.Voice.PERSON,
                                            Confirmation.How.PAPER,
                                            today)));
            if (part.minor()) {
                CurrentScope.run(
                        curator,
                        () ->
                                mentoring.confirm(
                                        id,
                                        part.person(),
                                        new Confirmation(
                                                Confirmation.Voice.REPRESENTATIVE,
                                                Confirmation.How.PHONE,
                                                today)));
            }
        }
    }

    private MentorshipId started(PersonId mentor, PersonId... mentees) {
        var id = proposed(mentor, mentees);
        confirm(id);
        assertThat(ask(() -> mentoring.start(id, new SigningOrder("41-о", today, null))))
                .isEqualTo(new Admitted(id));
        return id;
    }

    private EntryState state(Side side, PersonId person) {
        return ask(() -> registers.standing(side, person, today)).orElseThrow().state();
    }

    private MeetingRecord acquaintance(boolean menteesContinue) {
        return new MeetingRecord(
                MeetingType.ACQUAINTANCE,
                today,
                40,
                MeetingFormat.IN_PERSON,
                "кабинет 21",
                "знакомство",
                "договорились",
                null,
                true,
                menteesContinue,
                null);
    }

    @Test
    void goesFromTheProposalToTheFirstMeeting() {
        var mentor = mentor();
        var mentee = mentee();

        var id = started(mentor, mentee);
        var version = ask(() -> queries.detail(id)).version();
        var holding = ask(() -> mentoring.hold(id, version, acquaintance(true)));

        assertThat(holding).isEqualTo(new Holding.Held(false));
        assertThat(state(Side.MENTEE, mentee)).isEqualTo(EntryState.IN_PROGRAMME);
        assertThat(state(Side.MENTOR, mentor)).isEqualTo(EntryState.IN_PROGRAMME);
        assertThat(ask(() -> queries.find(id)))
                .hasValueSatisfying(view -> {
                    assertThat(view.state()).isEqualTo(MentorshipState.STARTED);
                    assertThat(view.mentees()).containsExactly(mentee);
                    assertThat(view.startedOn()).isEqualTo(today);
                });
        assertThat(
                        oracle.count(
                                "select count(*) from audit.entry where org_id = ? and action in ('mentorship.proposed', 'mentorship.started', 'meeting.held')",
                                school.id().value()))
                .isEqualTo(3);
    }

    @Test
    void namesEverythingThatIsMissing() {
        var mentor = person(Side.MENTOR, Category.EMPLOYEE, 40);
        var mentee = person(Side.MENTEE, Category.PUPIL, 13);

        var admission = ask(() -> mentoring.propose(FORM, mentor, List.of(mentee)));

        assertThat(((Refused) admission).obstacles())
                .containsExactlyInAnyOrder(
                        new Obstacle(Reason.CONSENT_MISSING, mentee),
                        new Obstacle(Reason.REPRESENTATIVE_CONSENT_MISSING, mentee),
                        new Obstacle(Reason.CONSENT_MISSING, mentor),
                        new Obstacle(Reason.TRAINING_MISSING, mentor),
                        new Obstacle(Reason.SAFETY_CHECK_MISSING, mentor));
        assertThat(mentorships()).isZero();
    }

    @Test
    void startsWithNothingMissing() {
        var id = proposed(mentor(), mentee());

        var admission = ask(() -> mentoring.start(id, new SigningOrder(null, null, null)));

        assertThat(((Refused) admission).obstacles())
                .extracting(Obstacle::reason)
                .containsExactlyInAnyOrder(
                        Reason.MENTOR_UNCONFIRMED,
                        Reason.MENTEE_UNCONFIRMED,
                        Reason.REPRESENTATIVE_UNCONFIRMED,
                        Reason.ORDER_MISSING);
        assertThat(ask(() -> queries.detail(id)).state()).isEqualTo(MentorshipState.PROPOSED);
    }

    @Test
    void givesAMenteeOneMentorInAFormAndACoupleOneMentorship() {
        var mentor = mentor();
        var mentee = mentee();
        var other = mentor();
        proposed(mentor, mentee);

        assertThat(ask(() -> mentoring.propose(FORM, other, List.of(mentee))))
                .isEqualTo(new Refused(List.of(new Obstacle(Reason.MENTEE_TAKEN, mentee))));
        assertThat(ask(() -> mentoring.propose(FORM, mentor, List.of(mentee))))
                .isEqualTo(new Refused(List.of(new Obstacle(Reason.COUPLE_EXISTS, mentee))));
    }

    @Test
    void keepsToTheNumberOfMenteesThatAFormAllows() {
        var mentor = mentor();
        var group = IntStream.range(0, 5).mapToObj(i -> mentee()).toArray(PersonId[]::new);
        var sixth = mentee();
        proposed(mentor, group);

        assertThat(ask(() -> mentoring.propose(FORM, mentor, List.of(sixth))))
                .isEqualTo(new Refused(List.of(new Obstacle(Reason.MENTOR_FULL, mentor))));
    }

    /** Forty curators press the button at once: the database lets five of them through. */
    @Test
    void admitsNoMoreThanFiveHoweverManyTryAtOnce() throws Exception {
        var mentor = mentor();
        var mentees = IntStream.range(0, 40).mapToObj(i -> mentee()).toList();

        var answers = race(mentees.stream().map(m -> propose(mentor, m)).toList());

        assertThat(answers).filteredOn(Admitted.class::isInstance).hasSize(5);
        assertThat(answers)
                .filteredOn(Refused.class::isInstance)
                .allSatisfy(refused ->
                        assertThat(((Refused) refused).obstacles())
                                .containsExactly(new Obstacle(Reason.MENTOR_FULL, mentor)));
        assertThat(
                        oracle.count(
                                "select count(*) from programs.mentorship_side where org_id = ? and side = 'MENTEE' and open",
                                school.id().value()))
                .isEqualTo(5);
        assertThat(
                        oracle.count(
                                "select taken from programs.mentor_load where org_id = ?",
                                school.id().value()))
                .isEqualTo(5);
    }

    @Test
    void givesAMenteeToOneOfManyMentorsWhoTryAtOnce() throws Exception {
        var mentee = mentee();
        var mentors = IntStream.range(0, 16).mapToObj(i -> mentor()).toList();

        var answers = race(mentors.stream().map(m -> propose(m, mentee)).toList());

        assertThat(answers).filteredOn(Admitted.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Refused.class::isInstance)
                .allSatisfy(refused ->
                        assertThat(((Refused) refused).obstacles())
                                .extracting(Obstacle::reason)
                                .containsExactly(Reason.MENTEE_TAKEN));
        assertThat(
                        oracle.count(
                                "select coalesce(sum(taken), 0) from programs.mentor_load where org_id = ?",
                                school.id().value()))
                .isEqualTo(1);
    }

    private Callable<Admission> propose(PersonId mentor, PersonId mentee) {
        return () -> mentoring.propose(FORM, mentor, List.of(mentee));
    }

    private List<Admission> race(List<Callable<Admission>> tries) throws Exception {
        var start = new CyclicBarrier(tries.size());
        var answers = new ArrayList<Admission>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    tries.stream()
                            .map(one ->
                                    executor.submit(() -> {
                                        start.await();
                                        return CurrentScope.callChecked(curator, one);
                                    }))
                            .toList();
            for (var each : running) {
                answers.add(each.get());
            }
        }
        return answers;
    }

    @Test
    void dissolvesTheMentorshipInTheTransactionOfTheWithdrawal() {
        var mentor = mentor();
        var mentee = mentee();
        var id = started(mentor, mentee);
        var paper =
                ask(() -> consents.papers(mentee)).stream()
                        .filter(p -> p.kind() == ConsentKind.CN2)
                        .findFirst()
                        .orElseThrow();

        ask(() -> desk.withdraw(new ConsentId(paper.id())));

        var detail = ask(() -> queries.detail(id));
        assertThat(detail.state()).isEqualTo(MentorshipState.DISSOLVED);
        assertThat(detail.endReason()).isEqualTo("CONSENT_WITHDRAWN");
        assertThat(state(Side.MENTOR, mentor)).isEqualTo(EntryState.REGISTERED);
        assertThat(state(Side.MENTEE, mentee)).isEqualTo(EntryState.REGISTERED);
        assertThat(ask(() -> queries.freePlaces(form(), List.of(mentor)))).containsEntry(mentor, 5);
    }

    @Test
    void letsAMenteeOfAGroupGoAlone() {
        var mentor = mentor();
        var leaving = mentee();
        var staying = mentee();
        var id = started(mentor, leaving, staying);
        var paper =
                ask(() -> consents.papers(leaving)).stream()
                        .filter(p -> p.kind() == ConsentKind.CN1)
                        .findFirst()
                        .orElseThrow();

        ask(() -> desk.withdraw(new ConsentId(paper.id())));

        assertThat(ask(() -> queries.detail(id)).state()).isEqualTo(MentorshipState.STARTED);
        assertThat(ask(() -> queries.openOf(leaving))).isEmpty();
        assertThat(ask(() -> queries.openOf(staying))).hasSize(1);
        assertThat(ask(() -> queries.freePlaces(form(), List.of(mentor)))).containsEntry(mentor, 4);
    }

    @Test
    void freesBothSidesWhenItEnds() {
        var mentor = mentor();
        var mentee = mentee();
        var id = started(mentor, mentee);
        var version = ask(() -> queries.detail(id)).version();

        var ending =
                ask(() -> mentoring.end(id, version, EndReason.MUTUAL_WISH, today, "не сошлись"));

        assertThat(ending).isEqualTo(new Ending.Ended());
        assertThat(state(Side.MENTEE, mentee)).isEqualTo(EntryState.REGISTERED);
        assertThat(ask(() -> mentoring.propose(FORM, mentor, List.of(mentee))))
                .isInstanceOf(Admitted.class);
    }

    @Test
    void endsWithTheMeetingAfterWhichASideDoesNotGoOn() {
        var mentee = mentee();
        var id = started(mentor(), mentee);
        var version = ask(() -> queries.detail(id)).version();

        assertThat(ask(() -> mentoring.hold(id, version, acquaintance(false))))
                .isEqualTo(new Holding.Held(true));

        assertThat(ask(() -> queries.detail(id)).endReason()).isEqualTo("MENTEE_INITIATIVE");
        assertThat(state(Side.MENTEE, mentee)).isEqualTo(EntryState.REGISTERED);
    }

    @Test
    void refusesToRecordAMeetingOverSomebodyElsesChange() {
        var id = started(mentor(), mentee());
        var version = ask(() -> queries.detail(id)).version();
        ask(() -> mentoring.hold(id, version, acquaintance(true)));

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() ->
                        ask(() -> mentoring.end(id, version, EndReason.MUTUAL_WISH, today, null)));
    }

    @Test
    void showsAMentorshipToItsOwnSchoolOnly() {
        var id = proposed(mentor(), mentee());
        var neighbour = regions.fresh().district().school();

        assertThatExceptionOfType(NoSuchMentorship.class)
                .isThrownBy(() -> neighbour.ask(Role.CURATOR, () -> queries.detail(id)));
    }

    @Test
    void tellsTheRegisterWithWhomSomebodyWorks() {
        var mentor = mentor();
        var mentee = mentee();
        var id = started(mentor, mentee);

        assertThat(ask(() -> queries.of(Side.MENTEE, List.of(mentee))).get(mentee))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path()).isEqualTo("/pairs/" + id.value());
                    assertThat(one.counterparts()).containsExactly(mentor);
                });
    }

    private static Form form() {
        return new Form(
                FORM, ru.mentoring.tenancy.Track.LEARNERS, Set.of(), Set.of(), 5, Form.Papers.NONE);
    }

    private long mentorships() {
        return oracle.count(
                "select count(*) from programs.mentorship where org_id = ?", school.id().value());
    }
}
