package ru.mentoring.roadmaps.recognition;

import java.util.List;

/**
 * A roadmap as it was understood; a proposal for a person to check.
 *
 * @param findings in the order of the paper
 * @param lines what became of each line of the paper, in its order
 */
public record RecognisedRoadmap(
        RoadmapHeader header,
        List<RecognisedSection> sections,
        List<Finding> findings,
        List<ReadLine> lines) {

    public RecognisedRoadmap {
        sections = List.copyOf(sections);
        findings = List.copyOf(findings);
        lines = List.copyOf(lines);
    }

    /** Returns all items in order. */
    public List<RecognisedItem> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }
}
