package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ru.mentoring.programs.MeetingType;
import ru.mentoringlocal.demo.plan.MentorshipPlan.MeetingPlan;

/**
 * Draws the meetings of a mentorship in their order: each of the five kinds, and regular ones
 * (BR6).
 */
final class MeetingCycle {

    private MeetingCycle() {}

    /**
     * Draws the meetings from the order to the last one, and the next one to come if it goes on.
     *
     * @param most after how many meetings it breaks off
     */
    static List<MeetingPlan> draw(
            LocalDate ordered, LocalDate last, int most, LocalDate today, Dice dice) {
        var meetings = new ArrayList<MeetingPlan>();
        var day = ordered.plusDays(dice.between(1, 5));
        while (meetings.size() < most) {
            int number = meetings.size() + 1;
            var type = type(number, day, last);
            var on = type == MeetingType.FINAL ? last : day;
            boolean held = !on.isAfter(today);
            meetings.add(
                    new MeetingPlan(dice.id(on), number, type, on, held, 5 * dice.between(6, 16)));
            if (!held || type == MeetingType.FINAL) {
                break;
            }
            day = on.plusDays(number < 3 ? dice.between(5, 9) : dice.between(11, 18));
        }
        return List.copyOf(meetings);
    }

    private static MeetingType type(int number, LocalDate day, LocalDate last) {
        return switch (number) {
            case 1 -> MeetingType.ACQUAINTANCE;
            case 2 -> MeetingType.TRIAL;
            case 3 -> MeetingType.PLANNING;
            default -> day.isBefore(last.minusDays(4)) ? MeetingType.REGULAR : MeetingType.FINAL;
        };
    }
}
