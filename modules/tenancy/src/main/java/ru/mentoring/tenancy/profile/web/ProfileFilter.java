package ru.mentoring.tenancy.profile.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.profile.Profiles.Filter;
import ru.mentoring.tenancy.profile.Profiles.Part;

/** What part of the list of schools somebody wants to see. */
record ProfileFilter(@Nullable String q, @Nullable Part part, @Nullable UUID district) {

    Filter of(int year) {
        return new Filter(year, part, district, q == null ? "" : q);
    }

    /** Says whether anything is left out. */
    public boolean active() {
        return part != null || district != null || q != null && !q.isBlank();
    }
}
