package ru.mentoring.agenda;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgId;

/**
 * A task that somebody is to be given.
 *
 * @param org the organisation where it is to be done: the caller's own, or one above or below it
 * @param titleKey message key of the title, which names the thing to do; {@code <titleKey>.action}
 *     is the label of its button
 * @param titleArguments what the title names, such as an organisation or the number of an item;
 *     never a child's name, because titles travel by mail
 * @param due the last day in time, if there is one
 * @param path the page where it is done, below the organisation's own address: {@code /roadmap}
 */
public record TaskDraft(
        TaskKey key,
        OrgId org,
        Assignee assignee,
        String titleKey,
        List<String> titleArguments,
        @Nullable LocalDate due,
        String path) {

    public TaskDraft {
        titleArguments = List.copyOf(titleArguments);
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException(
                    "The page of a task lies below its organisation: " + path);
        }
    }
}
