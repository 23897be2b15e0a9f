package ru.mentoring.roadmaps.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Counts days from Monday to Friday; public holidays are not known and count. */
public final class WorkingDays {

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

    /** Returns how many working days have passed since a day, today included. */
    public static int since(LocalDate day, LocalDate today) {
        int counted = 0;
        for (var one = day.plusDays(1); !one.isAfter(today); one = one.plusDays(1)) {
            counted += isWorkingDay(one) ? 1 : 0;
        }
        return counted;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
