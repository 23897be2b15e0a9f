package ru.mentoring.roadmaps.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counts days from Monday to Friday; public holidays are not known and count. */
final class WorkingDays {

    private WorkingDays() {}

    static LocalDate after(LocalDate day, int workingDays) {
        var found = day;
        for (int counted = 0; counted < workingDays; ) {
            found = found.plusDays(1);
            if (isWorkingDay(found)) {
                counted++;
            }
        }
        return found;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
