package ru.mentoring.participants.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.ImportId;

/**
 * An uploaded file on its way into the registers.
 *
 * @param readings what was understood of its sheets
 * @param counts how many rows are in which state
 */
public record ImportFile(
        ImportId id,
        String fileName,
        State state,
        List<SheetReading> readings,
        Instant uploadedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant finishedAt,
        Counts counts) {

    /** How far it has come. */
    public enum State {
        /** Read and judged; nothing is in the registers yet. */
        PREVIEW,
        /** Confirmed; its rows are being entered. */
        RUNNING,
        DONE
    }

    /**
     * The rows of the file.
     *
     * @param good rows without a fault, entered or not
     * @param broken rows with a fault; they are never entered
     * @param done rows entered so far
     * @param created before the confirmation: as foreseen; afterwards: as it was
     */
    public record Counts(
            int all,
            int good,
            int broken,
            int done,
            int mentees,
            int mentors,
            int created,
            int updated,
            int unchanged) {}
}
