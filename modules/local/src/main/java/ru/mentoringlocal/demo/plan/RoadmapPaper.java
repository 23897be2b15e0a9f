package ru.mentoringlocal.demo.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import ru.mentoring.roadmaps.domain.ItemField;
import ru.mentoring.roadmaps.domain.Plan;
import ru.mentoring.roadmaps.domain.Wording;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineReader;
import ru.mentoring.roadmaps.recognition.deadline.Span;
import ru.mentoring.tenancy.Track;

/** What the roadmap of a school says, and what a reviewer may find wanting in its first edition. */
public record RoadmapPaper(
        Track track,
        int startYear,
        String title,
        String institution,
        Span period,
        List<Section> sections) {

    /** A heading with its rows. */
    public record Section(String title, List<Row> rows) {}

    /**
     * A row.
     *
     * @param wording as it should be
     */
    public record Row(Wording wording, List<Flaw> flaws) {}

    /**
     * What a row says at first, and what is said about it.
     *
     * @param field the column that is wanting
     */
    public record Flaw(ItemField field, Wording wording, String remark, String answer) {}

    /** A row that every school may have; the year is still missing. */
    private record Sample(
            Track track,
            String section,
            String title,
            double share,
            String deadline,
            List<String> responsible,
            String result,
            String indicator,
            String flaw,
            String flawed,
            String remark,
            String answer) {}

    private static final List<Sample> SAMPLES =
            Words.rows("roadmap-rows.csv")
                    .map(row ->
                            new Sample(
                                    Track.valueOf(row[0]),
                                    row[1],
                                    row[2],
                                    Double.parseDouble(row[3]) / 100,
                                    row[4],
                                    List.of(row[5].split("\\|")),
                                    row[6],
                                    row[7],
                                    row[8],
                                    row[9],
                                    row[10],
                                    row[11]))
                    .toList();

    /** The same words mean the same at every school. */
    private static final Map<String, Deadline> MEANINGS = new ConcurrentHashMap<>();

    /** Draws which of the possible rows a school's roadmap for a season has. */
    static RoadmapPaper draw(Dice dice, SchoolPlan school, Track track, int startYear) {
        Map<String, List<Row>> sections = new LinkedHashMap<>();
        for (var sample : SAMPLES) {
            if (sample.track() == track && dice.chance(sample.share())) {
                var rows = sections.computeIfAbsent(sample.section(), s -> new ArrayList<>());
                var number = "%d.%d".formatted(sections.size(), rows.size() + 1);
                rows.add(row(sample, number, startYear));
            }
        }
        return new RoadmapPaper(
                track,
                startYear,
                Words.phrase("roadmap " + track).formatted(startYear, startYear + 1),
                school.fullName(),
                Span.schoolYear(startYear),
                sections.entrySet().stream()
                        .map(section -> new Section(section.getKey(), section.getValue()))
                        .toList());
    }

    /** Draws what a school that is made by hand writes. */
    public static RoadmapPaper draw(
            long seed, RegionPlan region, SchoolPlan school, Track track, int startYear) {
        return draw(
                Dice.of(seed).at(region.key(), school.code(), startYear, "by hand", track),
                school,
                track,
                startYear);
    }

    /** The first flaws that its rows may have. */
    public List<Flaw> flaws() {
        return possible().limit(3).toList();
    }

    private Stream<Flaw> possible() {
        return rows().stream().flatMap(row -> row.flaws().stream());
    }

    /** All rows in their order. */
    List<Row> rows() {
        return sections.stream().flatMap(section -> section.rows().stream()).toList();
    }

    /** The paper as somebody would enter it, with the flaws of some rows. */
    public Plan plan(List<Flaw> flaws) {
        return new Plan(
                track,
                startYear,
                title,
                institution,
                period.from(),
                period.to(),
                sections.stream()
                        .map(section ->
                                new Plan.Part(
                                        String.valueOf(sections.indexOf(section) + 1),
                                        section.title(),
                                        List.of(),
                                        section.rows().stream()
                                                .map(row -> said(row, flaws))
                                                .toList()))
                        .toList());
    }

    /** Some of the flaws that the rows may have, two at least. */
    List<Flaw> flaws(Dice dice) {
        return dice.shuffled(possible().toList()).stream().limit(dice.between(2, 4)).toList();
    }

    /** What a row says while it has one of the flaws. */
    static Wording said(Row row, List<Flaw> flaws) {
        return flaws.stream()
                .filter(row.flaws()::contains)
                .map(Flaw::wording)
                .findFirst()
                .orElse(row.wording());
    }

    private static Row row(Sample sample, String number, int year) {
        var deadline = dated(sample.deadline(), year);
        var wording =
                new Wording(
                        number,
                        sample.title(),
                        List.of(),
                        deadline,
                        meaning(deadline),
                        sample.responsible(),
                        sample.result(),
                        sample.indicator(),
                        "");
        if (sample.flaw().isEmpty()) {
            return new Row(wording, List.of());
        }
        var field = ItemField.valueOf(sample.flaw());
        var flawed = dated(sample.flawed(), year);
        var wanting =
                switch (field) {
                    case DEADLINE -> wording.withDeadline(flawed, meaning(flawed));
                    case RESPONSIBLE -> wording.withResponsible(List.of(flawed));
                    case NUMBER, TITLE, RESULT, INDICATOR -> wording.with(field, flawed);
                };
        return new Row(
                wording, List.of(new Flaw(field, wanting, sample.remark(), sample.answer())));
    }

    private static Deadline meaning(String words) {
        return MEANINGS.computeIfAbsent(words, DeadlineReader::read);
    }

    private static String dated(String text, int year) {
        return text.replace("{0}", String.valueOf(year)).replace("{1}", String.valueOf(year + 1));
    }
}
