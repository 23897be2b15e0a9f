package ru.mentoring.roadmaps.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineNotation;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineReader;

/** What a deadline means after somebody has been asked about its words. */
public final class DeadlineAnswer {

    /** The answer that the words stand as they are and a plan with the dates follows. */
    public static final String PLAN = "plan";

    private DeadlineAnswer() {}

    /**
     * Returns what the words mean; still unclear if they are and nobody has chosen.
     *
     * @param text the words as they stand now
     * @param choice the notation of the meaning somebody chose, {@link #PLAN}, or empty
     * @param before the words as they stood before, or null for new ones
     * @param meant what they meant before, or null for new ones
     * @param asked what was unclear about them, or null if nothing was
     */
    public static Deadline settle(
            String text,
            String choice,
            @Nullable String before,
            @Nullable Deadline meant,
            Deadline.@Nullable Unclear asked) {
        boolean same = before != null && text.strip().equals(before.strip());
        var kept = same ? meant : null;
        var question = same && asked != null ? asked : DeadlineReader.read(text);
        if (!(question instanceof Deadline.Unclear unclear)) {
            return kept == null ? question : kept;
        }
        if (choice.equals(PLAN)) {
            return new Deadline.ExternalPlan(text.strip());
        }
        return chosen(unclear.readings(), choice, kept == null ? unclear : kept);
    }

    private static Deadline chosen(List<Deadline> readings, String choice, Deadline otherwise) {
        return readings.stream()
                .filter(reading -> DeadlineNotation.write(reading).equals(choice))
                .findFirst()
                .orElse(otherwise);
    }
}
