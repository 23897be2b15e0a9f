package ru.mentoring.roadmaps.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mentoring.roadmaps.recognition.Finding.Code;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineReader;
import ru.mentoring.roadmaps.recognition.deadline.Span;
import ru.mentoring.roadmaps.recognition.paper.WordFiles;

/** The project's own sample is understood to the last word, by the way every upload goes. */
class SampleRoadmapTests {

    private static final Path SAMPLE = Path.of("../../docs/samples/dorozhnaya-karta-shkoly.docx");
    private static RecognisedRoadmap roadmap;

    @BeforeAll
    static void readSample() {
        Outcome outcome =
                new RoadmapRecognition()
                        .read(SAMPLE, SAMPLE.getFileName().toString(), LocalDate.of(2026, 11, 1));
        assertThat(outcome).isInstanceOf(Outcome.Recognised.class);
        roadmap = ((Outcome.Recognised) outcome).roadmap();
    }

    @Test
    void isTheFileItsMakerMakes(@TempDir Path folder) throws IOException {
        Path made = folder.resolve("made.docx");
        SampleRoadmapMaker.write(made);

        assertThat(WordFiles.read(made)).isEqualTo(WordFiles.read(SAMPLE));
    }

    @Test
    void hasEveryItemAndNoOther() {
        List<SampleRoadmap.Row> items =
                SampleRoadmap.rows().stream().filter(row -> !row.isSection()).toList();

        assertThat(roadmap.items()).hasSize(28);
        assertThat(roadmap.items())
                .extracting(RecognisedItem::number)
                .isEqualTo(items.stream().map(SampleRoadmap.Row::number).toList());
        assertThat(roadmap.items())
                .extracting(RecognisedItem::wording)
                .isEqualTo(items.stream().map(SampleRoadmap.Row::activity).toList());
        assertThat(roadmap.items())
                .extracting(RecognisedItem::deadlineText)
                .isEqualTo(items.stream().map(SampleRoadmap.Row::deadline).toList());
        assertThat(roadmap.items())
                .extracting(RecognisedItem::deadline)
                .isEqualTo(items.stream().map(row -> DeadlineReader.read(row.deadline())).toList());
        assertThat(roadmap.items())
                .extracting(RecognisedItem::result)
                .isEqualTo(items.stream().map(SampleRoadmap.Row::result).toList());
        assertThat(roadmap.items())
                .extracting(RecognisedItem::indicator)
                .isEqualTo(items.stream().map(SampleRoadmap.Row::measure).toList());
    }

    @Test
    void hasItsSections() {
        assertThat(roadmap.sections())
                .extracting(RecognisedSection::number)
                .containsExactly("1.", "2.", "3.", "4.", "5.");
        assertThat(roadmap.sections())
                .extracting(RecognisedSection::title)
                .startsWith("Готовим запуск программы")
                .endsWith("Подводим итоги");
        assertThat(roadmap.sections())
                .extracting(section -> section.items().size())
                .containsExactly(6, 7, 6, 4, 5);
    }

    @Test
    void hasItsHead() {
        RoadmapHeader header = roadmap.header();

        assertThat(header.title()).isEqualTo(SampleRoadmap.TITLE_1 + " " + SampleRoadmap.TITLE_2);
        assertThat(header.institution()).isEqualTo("МБОУ «Ромашковская СОШ № 3»");
        assertThat(header.kind()).isEqualTo(RoadmapKind.SCHOOL_LEARNERS);
        assertThat(header.period().span()).isEqualTo(Span.schoolYear(2026));
        Endorsement approved = header.approvedBy().getFirst();
        assertThat(approved.post()).isEqualTo("Директор");
        assertThat(approved.organisation()).isEqualTo("МБОУ «Ромашковская СОШ № 3»");
        assertThat(approved.person()).isEqualTo("В. С. Полянский");
        assertThat(approved.date()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(approved.paper()).isEqualTo("приказ от 31 августа 2026 г. № 114");
        Endorsement agreed = header.agreedBy().getFirst();
        assertThat(agreed.post()).isEqualTo("Руководитель");
        assertThat(agreed.organisation())
                .isEqualTo(
                        "управления образования администрации Златоцепного муниципального района");
        assertThat(agreed.person()).isEqualTo("О. И. Дубравина");
    }

    @Test
    void joinsTheRowThatThePageHasBroken() {
        assertThat(item("1.6.").title()).endsWith("которые не работают в школе");
        assertThat(finding(Code.ROW_JOINED).arguments()).containsExactly("1.6.");
        assertThat(finding(Code.ROW_JOINED).place()).isEqualTo(Place.row(3, 2));
    }

    @Test
    void takesTheListInOneCellApart() {
        assertThat(item("1.4.").title()).isEqualTo("Провести неделю «Найди своего наставника»");
        assertThat(item("1.4.").content())
                .hasSize(4)
                .first()
                .isEqualTo("классные часы в 7–11 классах;");
        assertThat(item("1.4.").responsible()).containsExactly("Куратор", "Совет старшеклассников");
    }

    @Test
    void takesSeveralResponsibleApart() {
        assertThat(item("2.1.").responsible()).containsExactly("Куратор", "педагог-психолог");
        assertThat(item("3.2.").responsible()).containsExactly("Наставники", "куратор");
        assertThat(item("3.3.").responsible())
                .containsExactly("Руководители предприятий", "куратор");
        assertThat(item("5.5.").responsible()).containsExactly("Директор", "Куратор");
        assertThat(item("2.4.").responsible())
                .containsExactly("Заместитель директора по воспитательной работе");
    }

    @Test
    void readsItsDeadlines() {
        assertThat(item("1.3.").deadline())
                .isEqualTo(
                        new Deadline.DateRange(
                                LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 18)));
        assertThat(item("2.2.").deadline())
                .isEqualTo(new Deadline.ByDate(LocalDate.of(2026, 9, 25)));
        assertThat(item("2.5.").deadline())
                .isEqualTo(new Deadline.OnDate(LocalDate.of(2026, 10, 16)));
        assertThat(item("3.2.").deadline())
                .isEqualTo(new Deadline.WholePeriod(Deadline.Extent.SCHOOL_YEAR));
        assertThat(item("3.4.").deadline())
                .isEqualTo(new Deadline.Recurring(Deadline.Rhythm.QUARTER, 1, null));
        assertThat(item("3.5.").deadline())
                .isEqualTo(new Deadline.ExternalPlan("по мере необходимости"));
        assertThat(item("4.3.").deadline())
                .isEqualTo(
                        new Deadline.MonthRange(
                                YearMonth.of(2027, Month.JANUARY),
                                YearMonth.of(2027, Month.MARCH)));
        assertThat(item("5.1.").deadline())
                .isEqualTo(new Deadline.SeasonByDay(MonthDay.of(1, 10), true));
        assertThat(item("5.3.").deadline()).isEqualTo(new Deadline.Unspecified());
    }

    @Test
    void asksWhatMustBeAskedAndNothingElse() {
        assertThat(
                        roadmap.findings().stream()
                                .filter(finding -> finding.severity() == Finding.Severity.QUESTION))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.code()).isEqualTo(Code.DEADLINE_CROSSES_NEW_YEAR);
                    assertThat(question.arguments())
                            .containsExactly("3.3.", "ноябрь – апрель 2026 года");
                });
        assertThat(
                        roadmap.findings().stream()
                                .filter(finding -> finding.severity() == Finding.Severity.WARNING)
                                .map(Finding::code))
                .containsExactlyInAnyOrder(Code.NUMBER_SKIPPED, Code.DEADLINE_MISSING);
        assertThat(finding(Code.DEADLINE_SHARED).arguments()).startsWith("2.2.");
    }

    @Test
    void tellsWhatBecameOfEachRow() {
        assertThat(roadmap.lines()).extracting(ReadLine::place).isSorted();
        assertThat(roadmap.lines().stream().filter(line -> line.meaning() == ReadLine.Meaning.ITEM))
                .hasSize(28);
        assertThat(
                        roadmap.lines().stream()
                                .filter(line -> line.meaning() == ReadLine.Meaning.SECTION))
                .hasSize(5);
        assertThat(
                        roadmap.lines().stream()
                                .filter(line -> line.meaning() == ReadLine.Meaning.ENDORSEMENT))
                .hasSize(8);
        assertThat(roadmap.lines()).noneMatch(line -> line.meaning() == ReadLine.Meaning.LEFT_OUT);
    }

    private static RecognisedItem item(String number) {
        return roadmap.items().stream()
                .filter(item -> item.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static Finding finding(Code code) {
        return roadmap.findings().stream()
                .filter(finding -> finding.code() == code)
                .findFirst()
                .orElseThrow();
    }
}
