package ru.mentoring.tenancy.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that may call, or could.
 *
 * @param clientId the name by which the realm knows it
 * @param mayWrite whether it gives and takes roles, or only reads
 * @param connectedBy who connected it; empty if the person is no longer known
 * @param lastCalledOn day of its last call
 * @param disconnectedAt when its connection ended; none while it holds
 */
public record ConnectedSystem(
        UUID id,
        String clientId,
        String name,
        String orgName,
        boolean mayWrite,
        String connectedBy,
        Instant connectedAt,
        @Nullable LocalDate lastCalledOn,
        @Nullable Instant disconnectedAt) {

    public boolean ended() {
        return disconnectedAt != null;
    }
}
