package ru.mentoring.agenda.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ru.mentoring.tenancy.AccountId;

/**
 * A task that is done.
 *
 * @param by whose work it was; nobody where the system has found it done
 */
public record DoneTask(
        String titleKey, List<String> titleArguments, Instant doneAt, Optional<AccountId> by) {

    public DoneTask {
        titleArguments = List.copyOf(titleArguments);
    }
}
