package ru.mentoring.tenancy.profile.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.profile.Profile;

/**
 * What waits for the centre, beside what holds so far.
 *
 * @param holds what holds for the same year, if anything
 */
record Waiting(Profile proposed, @Nullable Profile holds) {

    /** One number, as it is proposed and as it holds; the key is the end of its message key. */
    public record Line(String key, @Nullable Integer proposed, @Nullable Integer holds) {}

    /** The numbers in the order of the form. */
    public List<Line> numbers() {
        var wanted = proposed.facts();
        var now = holds == null ? null : holds.facts();
        return List.of(
                new Line("under10", wanted.under10(), now == null ? null : now.under10()),
                new Line("from10to14", wanted.from10to14(), now == null ? null : now.from10to14()),
                new Line("from15to19", wanted.from15to19(), now == null ? null : now.from15to19()),
                new Line("teachers", wanted.teachers(), now == null ? null : now.teachers()),
                new Line(
                        "youngTeachers",
                        wanted.youngTeachers(),
                        now == null ? null : now.youngTeachers()));
    }
}
