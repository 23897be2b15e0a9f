package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ru.mentoring.roadmaps.recognition.ReadLine.Meaning;

/** Notes on the way what became of each line, and what a person should know. */
final class Trace {

    private static final int LONGEST = 400;

    private final List<ReadLine> lines = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    void line(Place place, Meaning meaning, String text, String number) {
        lines.add(new ReadLine(place, meaning, shorten(text), number));
    }

    void find(Finding.Code code, Place place, String... arguments) {
        findings.add(code.at(place, arguments));
    }

    /** Notes a line that is not part of the roadmap. */
    void leaveOut(Place place, String text) {
        line(place, Meaning.LEFT_OUT, text, "");
        find(Finding.Code.LINE_LEFT_OUT, place, shorten(text));
    }

    List<ReadLine> lines() {
        return lines.stream()
                .sorted(Comparator.comparing(ReadLine::place, Trace::compare))
                .toList();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Lines outside tables first, each sort in its own order; what order they have among each other
     * is not kept.
     */
    private static int compare(Place one, Place other) {
        return one.compareTo(other);
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
