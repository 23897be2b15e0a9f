package ru.mentoringlocal.demo.plan;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.EntryState;
import ru.mentoring.programs.EndReason;
import ru.mentoring.programs.MentorshipState;
import ru.mentoringlocal.demo.plan.Attendee.Row;
import ru.mentoringlocal.demo.plan.MentorshipPlan.MeetingPlan;

/** Draws who works with whom, from the proposal to the last meeting. */
final class Mentorships {

    private static final List<EndReason> EARLY_ENDS =
            List.of(
                    EndReason.MUTUAL_WISH,
                    EndReason.MENTOR_INITIATIVE,
                    EndReason.MENTEE_INITIATIVE,
                    EndReason.INCOMPATIBILITY,
                    EndReason.MENTOR_LEFT_ORGANISATION,
                    EndReason.MENTEE_LEFT_SCHOOL);

    private record Bond(MentorshipPlan plan, Row mentor, List<Row> mentees) {}

    /** By this day of October consents are signed, mentors trained and checked. */
    private static final int READY = 11;

    private final LocalDate today;
    private final Papers papers;
    private final List<Bond> bonds = new ArrayList<>();

    Mentorships(LocalDate today, Papers papers) {
        this.today = today;
        this.papers = papers;
    }

    /**
     * Gives the mentors of a school year their mentees. Only whom nothing stands in the way of is
     * taken: a complete set of consents, and the training of a mentor.
     *
     * @param share how many of the possible mentorships are formed by now
     */
    void form(SeasonPlan season, List<Row> mentees, List<Row> mentors, double share, Dice dice) {
        var ordered = dice.day(day(season, 10, 15), day(season, 10, 22));
        var waiting = waiting(mentees);
        var ready =
                mentors.stream()
                        .filter(row -> row.state == EntryState.REGISTERED)
                        .filter(row -> row.offer != null && row.offer.trainedOn() != null)
                        .sorted(comparing((Row row) -> row.who.pupil(), reverseOrder()))
                        .toList();
        int number = 0;
        for (int i = 0; i < ready.size() && !waiting.isEmpty(); i++) {
            var mentor = ready.get(i);
            var group =
                    group(mentor, waiting, size(mentor, ready.size() - i, waiting.size(), dice));
            var proposed = latest(day(season, 10, READY), ordered.minusDays(dice.between(3, 8)));
            if (!group.isEmpty() && dice.chance(share) && !proposed.isAfter(today)) {
                bonds.add(bond(season, mentor, group, proposed, ordered, ++number, dice));
            }
        }
    }

    /** The youngest first: they go to the pupils among the mentors, who have to be older. */
    private static Deque<Row> waiting(List<Row> mentees) {
        return new ArrayDeque<>(
                mentees.stream()
                        .filter(row -> row.state == EntryState.REGISTERED)
                        .sorted(comparing((Row row) -> row.who.card.born(), reverseOrder()))
                        .toList());
    }

    private static int size(Row mentor, int mentorsLeft, int menteesLeft, Dice dice) {
        if (mentor.who.card.category() == Category.TEACHER) {
            return Math.min(2, (menteesLeft + mentorsLeft - 1) / mentorsLeft);
        }
        if (mentor.who.pupil()) {
            return dice.between(1, 4);
        }
        int even = (menteesLeft + mentorsLeft - 1) / mentorsLeft;
        return Math.clamp(even + dice.between(-1, 1), 1, 5);
    }

    private static List<Row> group(Row mentor, Deque<Row> waiting, int size) {
        var group = new ArrayList<Row>();
        for (int i = 0; i < size && !waiting.isEmpty(); i++) {
            var next = waiting.peekFirst();
            boolean olderMentor = next.who.card.born().isAfter(mentor.who.card.born());
            if (next.who.equals(mentor.who) || !olderMentor && mentor.who.pupil()) {
                break;
            }
            group.add(waiting.removeFirst());
        }
        return group;
    }

    private Bond bond(
            SeasonPlan season,
            Row mentor,
            List<Row> mentees,
            LocalDate proposed,
            LocalDate ordered,
            int number,
            Dice dice) {
        boolean running = season.active();
        boolean waits = ordered.isAfter(today) || running && dice.chance(0.06);
        var state = MentorshipState.STARTED;
        LocalDate ended = null;
        EndReason reason = null;
        var meetings = List.<MeetingPlan>of();
        if (waits) {
            state = MentorshipState.PROPOSED;
        } else {
            var last = dice.day(day(season, 17, 12), day(season, 17, 25));
            boolean early = dice.chance(0.08);
            int most = early ? dice.between(1, 7) : Integer.MAX_VALUE;
            meetings = MeetingCycle.draw(ordered, last, most, today, dice);
            var lastHeld = meetings.stream().filter(MeetingPlan::held).toList();
            if (early && lastHeld.size() == most) {
                var parted = lastHeld.getLast().on().plusDays(dice.between(1, 9));
                if (!parted.isAfter(today)) {
                    state = MentorshipState.DISSOLVED;
                    ended = parted;
                    reason = dice.pick(EARLY_ENDS);
                }
            } else if (!last.isAfter(today)) {
                state = MentorshipState.COMPLETED;
                ended = last;
                reason = EndReason.COMPLETED_PLAN;
            }
        }
        if (state == MentorshipState.DISSOLVED
                && mentees.size() == 1
                && mayWithdraw(mentees.getFirst())
                && !running
                && dice.chance(0.3)) {
            reason = EndReason.CONSENT_WITHDRAWN;
            withdraw(mentees.getFirst(), ended);
        }
        settle(mentor, mentees, state, ended);
        boolean teachers = mentor.who.card.category() == Category.TEACHER;
        var plan =
                new MentorshipPlan(
                        dice.id(proposed),
                        form(mentor.who.card.category()),
                        season,
                        mentor.plan(),
                        mentees.stream().map(Row::plan).toList(),
                        proposed,
                        state,
                        waits ? null : Words.phrase("order").formatted(number / 12 + 1),
                        waits ? null : ordered,
                        waits || !teachers ? null : Words.phrase("addendum").formatted(number),
                        ended,
                        reason,
                        meetings);
        return new Bond(plan, mentor, mentees);
    }

    /** Somebody with one row only: a mentor who leaves would take other mentees along. */
    private static boolean mayWithdraw(Row row) {
        return row.who.pupil() && row.who.asMentor.isEmpty();
    }

    private void withdraw(Row row, @Nullable LocalDate day) {
        if (day != null) {
            papers.withdraw(row.who.card, day);
            row.who.withdrawn = true;
            row.who.asMentee.values().forEach(each -> each.leave(EntryState.WITHDRAWN, day));
        }
    }

    private static void settle(
            Row mentor, List<Row> mentees, MentorshipState state, @Nullable LocalDate ended) {
        var reached =
                switch (state) {
                    case PROPOSED -> EntryState.MATCHED;
                    case STARTED -> EntryState.IN_PROGRAMME;
                    case COMPLETED -> EntryState.COMPLETED;
                    case DISSOLVED -> EntryState.REGISTERED;
                };
        mentor.reach(reached, ended);
        mentees.forEach(row -> row.reach(reached, ended));
    }

    private static String form(Category mentor) {
        return switch (mentor) {
            case PUPIL -> "PUPIL_PUPIL";
            case TEACHER -> "TEACHER_TEACHER";
            case STUDENT -> "STUDENT_PUPIL";
            case EMPLOYEE, PARENT, ALUMNUS, OTHER -> "EMPLOYER_PUPIL";
        };
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** A day of the school year; months go on past December. */
    private static LocalDate day(SeasonPlan season, int month, int day) {
        return LocalDate.of(season.startYear() + (month - 1) / 12, (month - 1) % 12 + 1, day);
    }

    List<MentorshipPlan> plans() {
        return bonds.stream()
                .map(bond ->
                        bond.plan()
                                .between(
                                        bond.mentor().plan(),
                                        bond.mentees().stream().map(Row::plan).toList()))
                .toList();
    }
}
