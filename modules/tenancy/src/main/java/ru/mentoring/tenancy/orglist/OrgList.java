package ru.mentoring.tenancy.orglist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded list on its way into the directory.
 *
 * @param openedAt when its organisations were opened, if they were
 */
public record OrgList(
        OrgListId id,
        String fileName,
        State state,
        Instant uploadedAt,
        @Nullable Instant openedAt,
        Counts counts) {

    /** How far it has come. */
    public enum State {
        /** Read and judged; nothing is opened yet. */
        PREVIEW,
        /** What had no fault is open. */
        DONE
    }

    /**
     * The rows of the list.
     *
     * @param districts districts that are opened, or would be
     * @param schools schools that are opened, or would be
     * @param same rows whose organisation is there already
     * @param broken rows with a fault; they are never taken over
     */
    public record Counts(long all, long districts, long schools, long same, long broken) {

        /** How many organisations are opened. */
        public long opened() {
            return districts + schools;
        }
    }

    /**
     * A row that cannot be taken over.
     *
     * @param label what the row calls itself; may be empty
     */
    public record Broken(String sheet, int line, String label, List<ListFault> faults) {

        public Broken {
            faults = List.copyOf(faults);
        }
    }
}
