package ru.mentoring.roadmaps.recognition;

import java.util.List;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;

/** What a roadmap says, before it is written down in one way or another. */
record Truth(String title, List<Section> sections) {

    record Section(String title, List<Item> items) {}

    /**
     * An item.
     *
     * @param points a list in its cell, may be empty
     * @param activities whether the points are activities of equal rank, without words before them
     */
    record Item(
            String title,
            List<String> points,
            boolean activities,
            String deadlineText,
            Deadline deadline,
            List<String> responsible,
            String result,
            String indicator) {

        Item withDeadline(String text, Deadline other) {
            return new Item(title, points, activities, text, other, responsible, result, indicator);
        }
    }

    List<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }
}
