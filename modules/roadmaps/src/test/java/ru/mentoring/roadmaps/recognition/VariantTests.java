package ru.mentoring.roadmaps.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.paper.Paper;
import ru.mentoring.roadmaps.recognition.paper.WordFiles;

/**
 * Invented roadmaps, each written down in another way: nothing may be lost and nothing invented.
 */
class VariantTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    /** A failing variant is named by its number; it alone makes it again. */
    private static final long FIRST_SEED = 20_261_101;

    @TempDir private Path folder;

    @Test
    void losesAndInventsNothingInTwoHundredAndTwentyWordFiles() throws IOException {
        var failures = new ArrayList<String>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 220; seed++) {
            Path file = folder.resolve("variant.docx");
            var variant = variant(seed);
            WordFiles.write(variant.paper(), file);
            failures.addAll(
                    compare(
                            seed,
                            variant,
                            RoadmapRecognition.recognise(WordFiles.read(file), TODAY)));
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void losesAndInventsNothingInSixHundredPapers() {
        var failures = new ArrayList<String>();
        for (long seed = FIRST_SEED + 1_000; seed < FIRST_SEED + 1_600; seed++) {
            var variant = variant(seed);
            failures.addAll(
                    compare(seed, variant, RoadmapRecognition.recognise(variant.paper(), TODAY)));
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void losesAndInventsNothingInTwoHundredTextsWithoutATable() {
        var failures = new ArrayList<String>();
        for (long seed = FIRST_SEED + 5_000; seed < FIRST_SEED + 5_200; seed++) {
            var random = new Random(seed);
            Truth truth = withoutLists(new RoadmapInventor(random).invent());
            var lines = new VariantLines(truth, random);
            String text = lines.write();
            var variant =
                    new Variant(new Paper(List.of()), truth.items(), lines.numbers(), null, text);
            failures.addAll(compare(seed, variant, new RoadmapRecognition().readText(text, TODAY)));
        }
        assertThat(failures).isEmpty();
    }

    private record Variant(
            Paper paper, List<Truth.Item> items, List<String> numbers, Variation way, String text) {

        boolean hasHeads() {
            return way != null
                    && (way.heads() == Variation.Heads.USUAL
                            || way.heads() == Variation.Heads.RENAMED);
        }

        boolean has(Column column) {
            return way == null ? column != Column.INDICATOR : way.has(column);
        }
    }

    private static Variant variant(long seed) {
        var random = new Random(seed);
        Truth truth = new RoadmapInventor(random).invent();
        Variation way = Variation.of(random);
        var writing = new VariantPaper(truth, way, random);
        Paper paper = writing.write();
        return new Variant(paper, writing.items(), writing.numbers(), way, way.toString());
    }

    /** In running text a list cannot be told from the lines around it. */
    private static Truth withoutLists(Truth truth) {
        return new Truth(
                truth.title(),
                truth.sections().stream()
                        .map(section ->
                                new Truth.Section(
                                        section.title(),
                                        section.items().stream()
                                                .filter(item -> item.points().isEmpty())
                                                .toList()))
                        .filter(section -> section.items().size() > 1)
                        .toList());
    }

    private static List<String> compare(long seed, Variant variant, Outcome outcome) {
        if (variant.items().size() < 2) {
            return List.of();
        }
        if (!(outcome instanceof Outcome.Recognised(RecognisedRoadmap roadmap))) {
            return List.of("seed %d: %s for %s".formatted(seed, outcome, variant.text()));
        }
        var failures = new ArrayList<String>();
        List<RecognisedItem> items = roadmap.items();
        List<Truth.Item> truth = variant.items();
        differ("words", words(items), truth.stream().map(VariantTests::words).toList(), failures);
        if (failures.isEmpty()) {
            differ(
                    "numbers",
                    items.stream().map(RecognisedItem::number).toList(),
                    variant.numbers(),
                    failures);
            for (int i = 0; i < items.size(); i++) {
                compare(items.get(i), truth.get(i), variant, failures);
            }
        }
        return failures.stream()
                .limit(3)
                .map(failure -> "seed %d (%s): %s".formatted(seed, variant.text(), failure))
                .toList();
    }

    private static void compare(
            RecognisedItem item, Truth.Item truth, Variant variant, List<String> failures) {
        boolean dated = variant.has(Column.DEADLINE);
        differ(
                "deadline",
                item.deadline(),
                dated ? truth.deadline() : new Deadline.Unspecified(),
                failures);
        differ("deadline text", item.deadlineText(), dated ? said(truth, variant) : "", failures);
        differ(
                "responsible",
                item.responsible(),
                variant.has(Column.RESPONSIBLE) ? truth.responsible() : List.of(),
                failures);
        differ("result", item.result(), variant.has(Column.RESULT) ? truth.result() : "", failures);
        differ("content", item.content().size(), truth.points().size(), failures);
        if (variant.hasHeads()) {
            differ(
                    "indicator",
                    item.indicator(),
                    variant.has(Column.INDICATOR) ? truth.indicator() : "",
                    failures);
        }
    }

    /** In running text the full stop is the sentence's. */
    private static String said(Truth.Item truth, Variant variant) {
        String text = truth.deadlineText();
        return variant.way() == null ? text.replaceAll("(?<!г)\\.$", "") : text;
    }

    private static void differ(String what, Object is, Object expected, List<String> failures) {
        if (!is.equals(expected)) {
            failures.add("%s should be %s, is %s".formatted(what, expected, is));
        }
    }

    private static List<String> words(List<RecognisedItem> items) {
        return items.stream().map(VariantTests::words).toList();
    }

    private static String words(RecognisedItem item) {
        return bare(item.wording());
    }

    private static String words(Truth.Item item) {
        return bare(
                item.activities()
                        ? String.join(" ", item.points())
                        : item.title() + " " + String.join(" ", item.points()));
    }

    /** The words without the markers of lists and the signs between. */
    private static String bare(String text) {
        return text.replaceAll("(?m)(?:^|(?<=\\s))(?:-|\\d\\))\\s", "")
                .replaceAll("[\\s;:]+", " ")
                .strip();
    }
}
