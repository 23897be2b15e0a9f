package ru.mentoring.roadmaps.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;

/**
 * Real roadmaps of real schools. They are not part of the project; where they are not at hand,
 * these tests are skipped.
 */
class RealSamplesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static Path folder;

    @BeforeAll
    static void findSamples() {
        String named = System.getProperty("mentoring.samples", System.getenv("MENTORING_SAMPLES"));
        folder = named == null ? root().resolveSibling("shared/samples") : Path.of(named);
        assumeTrue(
                Files.isDirectory(folder.resolve("roadmaps")),
                "Real roadmaps are not at hand (set MENTORING_SAMPLES to their folder): skipped");
    }

    /**
     * The project's root, wherever in it the build was started. A checkout beside the main one has
     * the same neighbours.
     */
    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve("platform-app"))) {
            at = at.getParent();
        }
        return at;
    }

    @ParameterizedTest
    @ValueSource(strings = {"school-2020.docx", "school-2020.txt"})
    void findsTheTwentyEightItemsOfASchool(String file) {
        RecognisedRoadmap roadmap = read(file);

        assertThat(numbers(roadmap))
                .containsExactly(
                        "1.1.", "1.2.", "1.3.", "1.4.", "1.5.", "1.6.", "1.7.", "1.8.", "1.9.",
                        "1.10.", "2.1.", "2.2.", "2.3.", "2.4.", "3.1.", "3.2.", "3.3.", "3.4.",
                        "3.5.", "4.1.", "4.2.", "4.3.", "4.5.", "4.6.", "5.1.", "5.2.", "5.3.",
                        "5.4.");
        assertThat(roadmap.sections())
                .extracting(RecognisedSection::number)
                .containsExactly("1.", "2", "3", "4", "5");
        assertThat(roadmap.header().kind()).isEqualTo(RoadmapKind.SCHOOL_LEARNERS);
        assertThat(roadmap.header().period()).isEqualTo(RoadmapPeriod.calendarYear(2020));
        assertThat(roadmap.header().approvedBy()).hasSize(1);
        assertThat(roadmap.header().agreedBy()).hasSize(1);
        Map<String, RecognisedItem> items = byNumber(roadmap);
        assertThat(items.get("1.1.").deadline())
                .isEqualTo(
                        new Deadline.DateRange(
                                LocalDate.of(2020, 9, 1), LocalDate.of(2020, 9, 15)));
        assertThat(items.get("1.1.").indicator()).contains("не менее 10%");
        assertThat(items.get("1.6.").content()).hasSize(5);
        assertThat(items.get("1.8.").result())
                .isEqualTo(
                        "Приказ по образовательной организации об утверждении индивидуальных планов");
        assertThat(items.get("2.4.").responsible()).containsExactly("Куратор ЦМН", "Наставники");
        assertThat(items.get("3.2.").responsible())
                .containsExactly("Руководитель ОО", "Куратор ЦМН");
        assertThat(items.get("5.3.").responsible()).hasSize(2);
        assertThat(codes(roadmap))
                .contains(Finding.Code.NUMBER_SKIPPED, Finding.Code.DEADLINE_OUTSIDE_PERIOD);
        assertThat(roadmap.items()).noneMatch(item -> item.deadline() instanceof Deadline.Unclear);
        assertThat(roadmap.items())
                .noneMatch(item -> item.responsible().isEmpty() || item.result().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"school-teachers-2022.docx", "school-teachers-2022.txt"})
    void findsTheTwentyThreeItemsOfASchoolForItsTeachers(String file) {
        RecognisedRoadmap roadmap = read(file);

        assertThat(numbers(roadmap))
                .containsExactly(
                        "1.1", "1.2", "1.3", "1.4", "1.5.", "1.6.", "2.1", "2.2", "2.3", "2.4",
                        "2.5", "3.1", "3.2", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "5.4", "6.1",
                        "6.2", "6.3");
        assertThat(roadmap.sections()).hasSize(6);
        assertThat(roadmap.header().kind()).isEqualTo(RoadmapKind.SCHOOL_TEACHERS);
        assertThat(roadmap.header().period())
                .isEqualTo(RoadmapPeriod.since(LocalDate.of(2022, 9, 1)));
        assertThat(roadmap.header().approvedBy().getFirst().date())
                .isEqualTo(LocalDate.of(2022, 9, 1));
        Map<String, RecognisedItem> items = byNumber(roadmap);
        assertThat(items.get("1.4").responsible()).containsExactly("Директор", "зам по УВР");
        assertThat(items.get("1.5.").deadline())
                .isEqualTo(new Deadline.SeasonByDay(MonthDay.of(9, 15), true));
        assertThat(items.get("3.1").deadlineText()).isEqualTo("По плану СКИРО ПК и ПРО");
        assertThat(items.get("3.1").title())
                .isEqualTo(
                        "Реализация курсовых мероприятий программ повышения педагогического мастерства кураторов и"
                                + " наставников, участвующих в реализации целевой модели наставничества");
        assertThat(items.get("4.3").deadline()).isEqualTo(new Deadline.ProgrammeTerm());
        assertThat(items.get("5.3").title()).endsWith("цели к результату» (круглый стол)");
        assertThat(roadmap.items()).noneMatch(item -> item.deadline() instanceof Deadline.Unclear);
        assertThat(roadmap.items())
                .noneMatch(item -> item.responsible().isEmpty() || item.result().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"district-2020.docx", "district-2020.txt"})
    void findsTheThirtyFourItemsOfAMunicipality(String file) {
        RecognisedRoadmap roadmap = read(file);

        assertThat(numbers(roadmap))
                .containsExactly(
                        "1.1.", "1.2.", "1.3.", "1.4.", "1.5.", "1.6.", "1.7.", "1.8.", "1.9.",
                        "1.10.", "1.11.", "1.12.", "1.13.", "1.14.", "2.1.", "2.2.", "2.3.", "2.4.",
                        "2.5.", "2.6.", "2.7.", "2.8.", "2.9.", "2.10.", "3.1.", "3.2.", "3.3.",
                        "3.4.", "3.5.", "3.6.", "3.7.", "4.1.", "4.2.", "4.3.");
        assertThat(roadmap.sections()).hasSize(4);
        assertThat(roadmap.header().kind()).isEqualTo(RoadmapKind.MUNICIPALITY);
        assertThat(roadmap.header().period()).isEqualTo(RoadmapPeriod.schoolYear(2020));
        assertThat(roadmap.header().approvedBy().getFirst().date())
                .isEqualTo(LocalDate.of(2020, 10, 28));
        Map<String, RecognisedItem> items = byNumber(roadmap);
        assertThat(items.get("1.1.").deadline())
                .isEqualTo(new Deadline.InMonth(YearMonth.of(2020, 10)));
        assertThat(items.get("1.2.").responsible()).hasSize(2);
        assertThat(items.get("2.7.").deadline())
                .isInstanceOfSatisfying(
                        Deadline.Unclear.class,
                        unclear ->
                                assertThat(unclear.question())
                                        .isEqualTo(Deadline.Question.CROSSES_NEW_YEAR));
        assertThat(items.get("2.8.").deadlineText())
                .isEqualTo("в течение всего периода реализации ЦМН");
        assertThat(items.get("2.8.").responsible()).containsExactly("Департамент образования");
        assertThat(items.get("3.1.").deadline()).isEqualTo(new Deadline.Unspecified());
        assertThat(items.get("3.2.").result()).endsWith("для подбора кандидатов в наставники");
        assertThat(items.get("4.1.").responsible()).hasSize(2);
        assertThat(
                        roadmap.items().stream()
                                .filter(item -> item.deadline() instanceof Deadline.Unclear))
                .hasSize(1);
        assertThat(codes(roadmap))
                .contains(Finding.Code.DEADLINE_MISSING, Finding.Code.RESULT_MISSING);
    }

    @Test
    void readsTheSameFromTheWordFileAsFromItsText() {
        for (String name : List.of("school-2020", "school-teachers-2022", "district-2020")) {
            RecognisedRoadmap word = read(name + ".docx");
            RecognisedRoadmap text = read(name + ".txt");

            assertThat(text.items())
                    .extracting(RecognisedItem::title)
                    .isEqualTo(word.items().stream().map(RecognisedItem::title).toList());
            assertThat(text.items())
                    .extracting(RecognisedItem::deadline)
                    .isEqualTo(word.items().stream().map(RecognisedItem::deadline).toList());
            assertThat(text.header()).isEqualTo(word.header());
        }
    }

    private static RecognisedRoadmap read(String file) {
        Path path = folder.resolve("roadmaps").resolve(file);
        Outcome outcome = new RoadmapRecognition().read(path, file, TODAY);
        assertThat(outcome).isInstanceOf(Outcome.Recognised.class);
        return ((Outcome.Recognised) outcome).roadmap();
    }

    private static List<String> numbers(RecognisedRoadmap roadmap) {
        return roadmap.items().stream().map(RecognisedItem::number).toList();
    }

    private static Map<String, RecognisedItem> byNumber(RecognisedRoadmap roadmap) {
        return roadmap.items().stream()
                .collect(Collectors.toMap(RecognisedItem::number, Function.identity()));
    }

    private static List<Finding.Code> codes(RecognisedRoadmap roadmap) {
        return roadmap.findings().stream().map(Finding::code).toList();
    }
}
