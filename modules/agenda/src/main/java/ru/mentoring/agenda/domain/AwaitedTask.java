package ru.mentoring.agenda.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import ru.mentoring.agenda.TaskView;

/**
 * A task that somebody else has to do.
 *
 * @param askedAt when those whose task it is were last asked again
 */
public record AwaitedTask(UUID id, TaskView task, Optional<Instant> askedAt) {}
