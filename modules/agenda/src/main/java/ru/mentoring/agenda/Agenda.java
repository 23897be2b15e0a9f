package ru.mentoring.agenda;

import java.util.List;
import ru.mentoring.tenancy.OrgId;

/** What everybody has to do by when. */
public interface Agenda {

    /**
     * Gives a task, within the running transaction, and sends a letter about it to everybody whose
     * task it is, except the person who gives it.
     *
     * <p>A task that is open already under this key at the organisation stays as it is, without
     * another letter; one that has been closed is opened anew.
     *
     * @throws org.springframework.dao.PermissionDeniedDataAccessException if the organisation lies
     *     neither on the way up nor below the scope's own
     */
    void put(TaskDraft draft);

    /**
     * Closes a task within the running transaction; letters about it that have not left yet stay
     * unsent. A task that is closed or was never put is nobody's mistake.
     */
    void close(OrgId org, TaskKey key);

    /** Returns the open tasks of the person in the current scope, most urgent first. */
    List<TaskView> mine();
}
