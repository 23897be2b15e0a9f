package ru.mentoring.programs.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static ru.mentoring.programs.domain.MentorshipFixture.MONDAY;
import static ru.mentoring.programs.domain.MentorshipFixture.form;
import static ru.mentoring.programs.domain.MentorshipFixture.meeting;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Standing;
import ru.mentoring.programs.EndReason;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.programs.MentorshipState;
import ru.mentoring.programs.Obstacle;
import ru.mentoring.programs.Obstacle.Reason;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Scope;

class MentorshipTests {

    private static final LocalDate TODAY = MONDAY.plusMonths(8);

    /**
     * Events name the organisation, which a mentorship that is not stored yet has from the scope.
     */
    private static <T> T inSchool(java.util.function.Supplier<T> work) {
        var scope =
                new Scope(
                        Level.SCHOOL,
                        new RegionId(UUID.randomUUID()),
                        new OrgId(UUID.randomUUID()),
                        UUID.randomUUID(),
                        null,
                        EnumSet.noneOf(ru.mentoring.tenancy.Role.class),
                        Set.of());
        return CurrentScope.call(scope, work);
    }

    private static Mentorship startedPair() {
        return inSchool(MentorshipFixture::startedPair);
    }

    private static Holding hold(Mentorship mentorship, MeetingRecord record) {
        return inSchool(() -> mentorship.hold(record, TODAY));
    }

    private static Mentorship after(MeetingType... held) {
        var mentorship = startedPair();
        var day = MONDAY.plusDays(1);
        for (var type : held) {
            assertThat(hold(mentorship, meeting(type, day))).isEqualTo(new Holding.Held(false));
            day = day.plusWeeks(1);
        }
        return mentorship;
    }

    @Test
    void waitsForBothSidesAndTheRepresentative() {
        var mentorship = MentorshipFixture.proposedPair();
        var mentee = mentorship.mentees().getFirst().person();

        assertThat(mentorship.unconfirmed())
                .containsExactlyInAnyOrder(
                        new Obstacle(Reason.MENTOR_UNCONFIRMED, mentorship.mentor().person()),
                        new Obstacle(Reason.MENTEE_UNCONFIRMED, mentee),
                        new Obstacle(Reason.REPRESENTATIVE_UNCONFIRMED, mentee));

        MentorshipFixture.confirmed(mentorship);

        assertThat(mentorship.unconfirmed()).isEmpty();
    }

    private static Confirming confirm(
            Mentorship mentorship, Standing whose, Confirmation.Voice voice, LocalDate on) {
        return mentorship.confirm(
                whose.person(), new Confirmation(voice, Confirmation.How.PAPER, on), TODAY);
    }

    @Test
    void notesNoConfirmationThatIsOutOfPlace() {
        var mentor = MentorshipFixture.mentor();
        var pair = MentorshipFixture.proposed(mentor, List.of(MentorshipFixture.mentee()));
        var person = Confirmation.Voice.PERSON;

        assertThat(confirm(pair, mentor, Confirmation.Voice.REPRESENTATIVE, MONDAY))
                .isEqualTo(new Confirming.Refused(Confirming.Reason.NO_REPRESENTATIVE));
        assertThat(confirm(pair, MentorshipFixture.mentee(), person, MONDAY))
                .isEqualTo(new Confirming.Refused(Confirming.Reason.NO_PART));
        assertThat(confirm(pair, mentor, person, TODAY.plusDays(1)))
                .isEqualTo(new Confirming.Refused(Confirming.Reason.IN_FUTURE));
        assertThat(confirm(pair, mentor, person, MONDAY.minusYears(1).minusDays(1)))
                .isEqualTo(new Confirming.Refused(Confirming.Reason.TOO_EARLY));
        assertThat(confirm(pair, mentor, person, MONDAY)).isEqualTo(new Confirming.Confirmed());
        assertThat(confirm(pair, mentor, person, MONDAY.minusDays(1)))
                .isEqualTo(new Confirming.Refused(Confirming.Reason.ALREADY_CONFIRMED));
    }

    @Test
    void needsNoConfirmationOnceItHasStarted() {
        var mentor = MentorshipFixture.mentor();
        var pair =
                inSchool(() ->
                        MentorshipFixture.started(
                                MentorshipFixture.proposed(
                                        mentor, List.of(MentorshipFixture.mentee()))));

        assertThat(confirm(pair, mentor, Confirmation.Voice.PERSON, MONDAY))
                .isEqualTo(new Confirming.Refused(Confirming.Reason.NOT_PROPOSED));
    }

    @Test
    void refusesToStartUnconfirmed() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        MentorshipFixture.proposedPair()
                                .start(new SigningOrder("41-о", MONDAY, null)));
    }

    @Test
    void refusesToStartTwice() {
        var mentorship = startedPair();

        assertThatIllegalStateException()
                .isThrownBy(() -> mentorship.start(new SigningOrder("42-о", MONDAY, null)))
                .withMessageContaining("STARTED");
    }

    @Test
    void needsNumberAndDateOfTheOrder() {
        var pair = MentorshipFixture.proposedPair();
        var employer = form("EMPLOYER_PUPIL");

        assertThat(pair.objections(employer, new SigningOrder(" ", MONDAY, null), TODAY))
                .containsExactly(Obstacle.of(Reason.ORDER_MISSING));
        assertThat(pair.objections(employer, new SigningOrder("41-о", null, null), TODAY))
                .containsExactly(Obstacle.of(Reason.ORDER_MISSING));
        assertThat(
                        pair.objections(
                                employer, new SigningOrder("41-о", TODAY.plusDays(1), null), TODAY))
                .containsExactly(Obstacle.of(Reason.ORDER_IN_FUTURE));
        assertThat(pair.objections(employer, new SigningOrder("41-о", MONDAY, null), TODAY))
                .isEmpty();
    }

    @Test
    void takesNoOrderFromBeforeTheSchoolYear() {
        var pair = MentorshipFixture.proposedPair();
        var employer = form("EMPLOYER_PUPIL");
        var summer = LocalDate.of(2026, 7, 1);

        assertThat(pair.objections(employer, new SigningOrder("41-о", summer, null), TODAY))
                .isEmpty();
        assertThat(
                        pair.objections(
                                employer,
                                new SigningOrder("41-о", summer.minusDays(1), null),
                                TODAY))
                .containsExactly(Obstacle.of(Reason.ORDER_TOO_EARLY));
    }

    @Test
    void needsTheAddendumToATeachersContract() {
        var pair = MentorshipFixture.proposedPair();
        var teachers = form("TEACHER_TEACHER");

        assertThat(pair.objections(teachers, new SigningOrder("41-о", MONDAY, ""), TODAY))
                .containsExactly(Obstacle.of(Reason.ADDENDUM_MISSING));
        assertThat(pair.objections(teachers, new SigningOrder("41-о", MONDAY, "7"), TODAY))
                .isEmpty();
    }

    @Test
    void goesThroughTheFiveMeetingsToItsEnd() {
        var mentorship =
                after(
                        MeetingType.ACQUAINTANCE,
                        MeetingType.TRIAL,
                        MeetingType.PLANNING,
                        MeetingType.REGULAR,
                        MeetingType.REGULAR,
                        MeetingType.FINAL);

        var ending =
                inSchool(() ->
                        mentorship.end(
                                EndReason.COMPLETED_PLAN, MONDAY.plusMonths(3), null, TODAY));

        assertThat(ending).isEqualTo(new Ending.Ended());
        assertThat(mentorship.state()).isEqualTo(MentorshipState.COMPLETED);
        assertThat(mentorship.secondMeetingOn()).isEqualTo(MONDAY.plusDays(8));
    }

    @ParameterizedTest
    @EnumSource(value = MeetingType.class, names = "ACQUAINTANCE", mode = EnumSource.Mode.EXCLUDE)
    void refusesToBeginWithAnotherMeeting(MeetingType type) {
        assertThat(hold(startedPair(), meeting(type, MONDAY)))
                .isEqualTo(new Holding.Refused(Holding.Reason.OUT_OF_ORDER));
    }

    @Test
    void skipsTheTrialOnlyForAReason() {
        var mentorship = after(MeetingType.ACQUAINTANCE);
        var planned = meeting(MeetingType.PLANNING, MONDAY.plusDays(9));

        assertThat(hold(mentorship, planned))
                .isEqualTo(new Holding.Refused(Holding.Reason.SKIP_REASON_MISSING));
        assertThat(
                        hold(
                                mentorship,
                                meeting(
                                        MeetingType.PLANNING,
                                        MONDAY.plusDays(9),
                                        null,
                                        null,
                                        "работали вместе в прошлом году")))
                .isEqualTo(new Holding.Held(false));
    }

    @Test
    void recordsNoMeetingBeforeTheStartTheLastOneOrToday() {
        var mentorship = after(MeetingType.ACQUAINTANCE);

        assertThat(hold(startedPair(), meeting(MeetingType.ACQUAINTANCE, MONDAY.minusDays(1))))
                .isEqualTo(new Holding.Refused(Holding.Reason.BEFORE_START));
        assertThat(hold(mentorship, meeting(MeetingType.TRIAL, MONDAY)))
                .isEqualTo(new Holding.Refused(Holding.Reason.BEFORE_PREVIOUS));
        assertThat(hold(mentorship, meeting(MeetingType.TRIAL, TODAY.plusDays(1))))
                .isEqualTo(new Holding.Refused(Holding.Reason.IN_FUTURE));
    }

    @Test
    void recordsNoMeetingOfAMentorshipThatHasNotStarted() {
        assertThat(
                        hold(
                                MentorshipFixture.proposedPair(),
                                meeting(MeetingType.ACQUAINTANCE, MONDAY)))
                .isEqualTo(new Holding.Refused(Holding.Reason.NOT_STARTED));
    }

    @Test
    void asksBothSidesWhetherToGoOn() {
        assertThat(hold(startedPair(), meeting(MeetingType.ACQUAINTANCE, MONDAY, true, null, null)))
                .isEqualTo(new Holding.Refused(Holding.Reason.ANSWER_MISSING));
    }

    @Test
    void endsWhenASideDoesNotWantToGoOn() {
        var mentorship = after(MeetingType.ACQUAINTANCE);

        assertThat(
                        hold(
                                mentorship,
                                meeting(MeetingType.TRIAL, MONDAY.plusDays(9), true, false, null)))
                .isEqualTo(new Holding.Held(true));

        assertThat(mentorship.state()).isEqualTo(MentorshipState.DISSOLVED);
        assertThat(mentorship.endReason()).isEqualTo(EndReason.MENTEE_INITIATIVE);
        assertThat(mentorship.endedOn()).isEqualTo(MONDAY.plusDays(9));
        assertThat(mentorship.sides()).noneMatch(MentorshipSide::isOpen);
    }

    @Test
    void needsADurationATopicAndAResult() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new MeetingRecord(
                                MeetingType.REGULAR,
                                MONDAY,
                                0,
                                MeetingFormat.ONLINE,
                                null,
                                "тема",
                                "итог",
                                null,
                                null,
                                null,
                                null));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new MeetingRecord(
                                MeetingType.REGULAR,
                                MONDAY,
                                45,
                                MeetingFormat.ONLINE,
                                null,
                                " ",
                                "итог",
                                null,
                                null,
                                null,
                                null));
    }

    @Test
    void holdsTheMeetingThatWasPlanned() {
        var mentorship = startedPair();
        assertThat(plan(mentorship, MeetingType.ACQUAINTANCE, MONDAY.plusDays(3)))
                .isInstanceOf(Planning.Planned.class);

        hold(mentorship, meeting(MeetingType.ACQUAINTANCE, MONDAY.plusDays(4)));

        assertThat(plan(mentorship, MeetingType.ACQUAINTANCE, MONDAY.plusDays(9)))
                .isEqualTo(new Planning.Refused(Planning.Reason.OUT_OF_ORDER));
        assertThat(plan(mentorship, MeetingType.TRIAL, MONDAY.plusDays(9)))
                .isInstanceOf(Planning.Planned.class);
    }

    private static Planning plan(Mentorship mentorship, MeetingType type, LocalDate on) {
        return mentorship.plan(type, on, MeetingFormat.ONLINE, null, MONDAY);
    }

    @Test
    void plansNothingBeforeTheStartInThePastOrInADistantYear() {
        var type = MeetingType.ACQUAINTANCE;

        assertThat(plan(MentorshipFixture.proposedPair(), type, MONDAY))
                .isEqualTo(new Planning.Refused(Planning.Reason.NOT_STARTED));
        assertThat(plan(startedPair(), type, MONDAY.minusDays(1)))
                .isEqualTo(new Planning.Refused(Planning.Reason.IN_PAST));
        assertThat(plan(startedPair(), type, MONDAY.plusYears(1).plusDays(1)))
                .isEqualTo(new Planning.Refused(Planning.Reason.TOO_LATE));
    }

    @Test
    void goesOnWithThoseOfAGroupWhoWantTo() {
        var first = MentorshipFixture.mentee();
        var second = MentorshipFixture.mentee();
        var group =
                inSchool(() ->
                        MentorshipFixture.started(
                                MentorshipFixture.proposed(
                                        MentorshipFixture.mentor(), List.of(first, second))));

        assertThat(hold(group, acquaintanceAfterWhichLeaves(first.person())))
                .isEqualTo(new Holding.Held(false, 1));
        assertThat(group.state()).isEqualTo(MentorshipState.STARTED);
        assertThat(group.mentees().stream().filter(MentorshipSide::isOpen))
                .singleElement()
                .extracting(MentorshipSide::person)
                .isEqualTo(second.person());
    }

    @Test
    void takesNoGoodbyeFromTheOnlyMentee() {
        var pair = startedPair();
        var only = pair.mentees().getFirst().person();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> hold(pair, acquaintanceAfterWhichLeaves(only)));
    }

    private static MeetingRecord acquaintanceAfterWhichLeaves(PersonId person) {
        return new MeetingRecord(
                MeetingType.ACQUAINTANCE,
                MONDAY.plusDays(1),
                45,
                MeetingFormat.IN_PERSON,
                null,
                "тема",
                "итог",
                null,
                true,
                true,
                Set.of(person),
                null);
    }

    @Test
    void isCompletedByItsFinalMeetingOnly() {
        var mentorship = after(MeetingType.ACQUAINTANCE);

        assertThat(end(mentorship, EndReason.COMPLETED_PLAN, MONDAY.plusDays(20), null))
                .isEqualTo(new Ending.Refused(Ending.Reason.FINAL_MEETING_MISSING));
    }

    @Test
    void refusesEndingsThatCannotBe() {
        var mentorship = after(MeetingType.ACQUAINTANCE);

        assertThat(end(mentorship, EndReason.MUTUAL_WISH, MONDAY, null))
                .isEqualTo(new Ending.Refused(Ending.Reason.BEFORE_LAST_MEETING));
        assertThat(end(mentorship, EndReason.MUTUAL_WISH, TODAY.plusDays(1), null))
                .isEqualTo(new Ending.Refused(Ending.Reason.IN_FUTURE));
        assertThat(end(mentorship, EndReason.OTHER, TODAY, "  "))
                .isEqualTo(new Ending.Refused(Ending.Reason.NOTE_MISSING));
        assertThat(end(mentorship, EndReason.CONSENT_WITHDRAWN, TODAY, null))
                .isEqualTo(new Ending.Refused(Ending.Reason.NOT_BY_HAND));

        assertThat(end(mentorship, EndReason.MUTUAL_WISH, TODAY, null))
                .isEqualTo(new Ending.Ended());
        assertThat(end(mentorship, EndReason.MUTUAL_WISH, TODAY, null))
                .isEqualTo(new Ending.Refused(Ending.Reason.ALREADY_ENDED));
    }

    private static Ending end(Mentorship mentorship, EndReason reason, LocalDate on, String note) {
        return inSchool(() -> mentorship.end(reason, on, note, TODAY));
    }

    @Test
    void letsAMenteeOfAGroupGoAndWorksOnWithTheOthers() {
        var first = MentorshipFixture.mentee();
        var second = MentorshipFixture.mentee();
        var group =
                inSchool(() ->
                        MentorshipFixture.started(
                                MentorshipFixture.proposed(
                                        MentorshipFixture.mentor(),
                                        List.<Standing>of(first, second))));

        assertThat(inSchool(() -> group.release(first.person(), TODAY))).isFalse();
        assertThat(group.state()).isEqualTo(MentorshipState.STARTED);

        assertThat(inSchool(() -> group.release(second.person(), TODAY))).isTrue();
        assertThat(group.state()).isEqualTo(MentorshipState.DISSOLVED);
        assertThat(group.endReason()).isEqualTo(EndReason.CONSENT_WITHDRAWN);
    }
}
