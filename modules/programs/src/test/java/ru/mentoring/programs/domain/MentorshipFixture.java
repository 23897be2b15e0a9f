package ru.mentoring.programs.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.EntryId;
import ru.mentoring.participants.EntryState;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.Standing;
import ru.mentoring.programs.Form;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.SeasonId;
import ru.mentoring.tenancy.SeasonView;
import ru.mentoring.tenancy.Track;

/** Mentorships between invented people on an invented Monday. */
final class MentorshipFixture {

    static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);

    private static final SeasonView SEASON =
            new SeasonView(
                    new SeasonId(Ids.next()),
                    Track.LEARNERS,
                    2026,
                    LocalDate.of(2026, 9, 1),
                    LocalDate.of(2027, 8, 31),
                    true);

    private MentorshipFixture() {}

    static Form form(String code) {
        return new Forms().require(code);
    }

    /** Somebody with everything that is needed. */
    static Standing standing(Side side, Category category, int age) {
        return new Standing(
                PersonId.next(),
                EntryId.next(),
                side,
                "Звездочётов Тимур",
                category,
                Born.on(MONDAY.minusYears(age).minusDays(9)),
                MONDAY,
                EntryState.REGISTERED,
                Set.of(ConsentKind.CN1, ConsentKind.CN2, ConsentKind.CN7),
                true,
                true,
                null,
                null);
    }

    static Standing with(Standing standing, ConsentKind... consents) {
        return new Standing(
                standing.person(),
                standing.entry(),
                standing.side(),
                standing.name(),
                standing.category(),
                standing.born(),
                standing.on(),
                standing.state(),
                Set.copyOf(Arrays.asList(consents)),
                standing.trained(),
                standing.cleared(),
                null,
                null);
    }

    static Standing untrained(Standing standing) {
        return marked(standing, false, standing.cleared());
    }

    static Standing unchecked(Standing standing) {
        return marked(standing, standing.trained(), false);
    }

    private static Standing marked(Standing standing, boolean trained, boolean cleared) {
        return new Standing(
                standing.person(),
                standing.entry(),
                standing.side(),
                standing.name(),
                standing.category(),
                standing.born(),
                standing.on(),
                standing.state(),
                standing.consents(),
                trained,
                cleared,
                null,
                null);
    }

    static Standing mentor() {
        return standing(Side.MENTOR, Category.EMPLOYEE, 40);
    }

    static Standing mentee() {
        return standing(Side.MENTEE, Category.PUPIL, 15);
    }

    static Mentorship proposedPair() {
        return proposed(mentor(), List.of(mentee()));
    }

    static Mentorship proposed(Standing mentor, List<Standing> mentees) {
        return Mentorship.propose(form("EMPLOYER_PUPIL"), SEASON, mentor, mentees, MONDAY);
    }

    static Mentorship confirmed(Mentorship mentorship) {
        var inPerson = Confirmation.How.IN_PERSON;
        for (var side : mentorship.sides()) {
            mentorship.confirm(
                    side.person(),
                    new Confirmation(Confirmation.Voice.PERSON, inPerson, MONDAY),
                    MONDAY);
            if (side.unconfirmedByRepresentative()) {
                mentorship.confirm(
                        side.person(),
                        new Confirmation(Confirmation.Voice.REPRESENTATIVE, inPerson, MONDAY),
                        MONDAY);
            }
        }
        return mentorship;
    }

    static Mentorship started(Mentorship mentorship) {
        confirmed(mentorship).start(new SigningOrder("41-о", MONDAY, null));
        return mentorship;
    }

    static Mentorship startedPair() {
        return started(proposedPair());
    }

    static MeetingRecord meeting(MeetingType type, LocalDate on) {
        boolean asks = type.asksWhetherToContinue();
        return meeting(type, on, asks ? true : null, asks ? true : null, null);
    }

    static MeetingRecord meeting(
            MeetingType type,
            LocalDate on,
            Boolean mentorContinues,
            Boolean menteesContinue,
            String trialSkippedBecause) {
        return new MeetingRecord(
                type,
                on,
                45,
                MeetingFormat.IN_PERSON,
                "кабинет 21",
                "робототехника",
                "собрали схему",
                null,
                mentorContinues,
                menteesContinue,
                trialSkippedBecause);
    }
}
