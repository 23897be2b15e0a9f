package ru.mentoring.roadmaps.recognition;

import java.util.List;

/**
 * A section or stage. Items that stand before any section are in one without number and title.
 *
 * @param number exactly as written ("1.", "Stage 2" in the paper's language), empty if there is
 *     none
 * @param content what the stage is about, where the paper has a column for that
 */
public record RecognisedSection(
        String number,
        String title,
        List<String> content,
        List<RecognisedItem> items,
        Place place) {

    public RecognisedSection {
        content = List.copyOf(content);
        items = List.copyOf(items);
    }
}
