package ru.mentoring.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgId;

/**
 * A task that waits to be done.
 *
 * @param path the page where it is done, below the address of {@code org}
 * @param since when it was put
 */
public record TaskView(
        OrgId org,
        String titleKey,
        List<String> titleArguments,
        @Nullable LocalDate due,
        String path,
        Instant since) {

    public TaskView {
        titleArguments = List.copyOf(titleArguments);
    }
}
