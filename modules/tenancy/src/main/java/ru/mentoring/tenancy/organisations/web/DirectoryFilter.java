package ru.mentoring.tenancy.organisations.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.organisations.OrgDirectory;
import ru.mentoring.tenancy.organisations.OrgDirectory.Participation;

/**
 * What part of the directory somebody wants to see.
 *
 * @param day how it was on that day; today if there is none
 * @param whole whether all of the region is wanted, and not the own organisation with those below
 */
record DirectoryFilter(
        @Nullable String q,
        @Nullable OrgKind kind,
        @Nullable Participation participation,
        @Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate day,
        @Nullable Boolean whole) {

    OrgDirectory.Filter within(OrgId own) {
        return new OrgDirectory.Filter(text(), kind, isWhole() ? null : own, participation);
    }

    LocalDate dayOr(LocalDate today) {
        return day == null ? today : day;
    }

    /** Says whether a list is wanted and not the tree. */
    public boolean active() {
        return !text().isEmpty() || kind != null || participation != null || isWhole();
    }

    /** Says whether all of the region is wanted. */
    public boolean isWhole() {
        return Boolean.TRUE.equals(whole);
    }

    private String text() {
        return q == null ? "" : q.strip();
    }
}
