package ru.mentoring.roadmaps.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.PaperWalk.PreambleLine;
import ru.mentoring.roadmaps.recognition.ReadLine.Meaning;

/** Reads what stands above the roadmap: title, whose it is, who approved it, for which time. */
final class HeaderReader {

    private static final Pattern SCHOOL_YEAR =
            Pattern.compile(
                    "(?iu)(20\\d{2})\\s*[-–—/]\\s*(?:20)?(\\d{2})\\s*(?:-?м?\\s*)?(?:уч|учебн)");
    private static final Pattern YEARS =
            Pattern.compile("(?iu)(20\\d{2})\\s*(?:[-–—]|по|до)\\s*(20\\d{2})\\s*(?:г|год)");
    private static final Pattern YEAR = Pattern.compile("(?iu)(?:на|в)\\s+(20\\d{2})\\s*(?:г|год)");
    private static final Pattern INSTITUTION =
            Pattern.compile(
                    "(?u)(?<![А-ЯЁа-яё])[А-ЯЁ]{0,6}О[А-ЯЁ]{0,2}У\\s*[«\"][^»\"]{3,120}[»\"](?:\\s+[А-ЯЁ][^,.;()]{0,60})?");
    private static final Pattern BODY =
            Pattern.compile(
                    "(?iu)[«\"]?(?:[а-я]+\\s+)?(?:департамент|управлени|отдел|комитет|министерств|школ|гимнази|лице|интернат)[а-я]*\\s?.*");
    private static final Pattern AUTHORITY =
            Pattern.compile(
                    "(?iu).*(департамент|управлени|отдел|комитет|министерств|администраци)[а-я]*.*",
                    Pattern.DOTALL);

    private final List<PreambleLine> lines;
    private final Trace trace;

    HeaderReader(List<PreambleLine> lines, Trace trace) {
        this.lines = lines;
        this.trace = trace;
    }

    RoadmapHeader read(PeriodGuess guess) {
        int start = TitleReader.startOf(lines);
        String title = start < 0 ? "" : TitleReader.read(lines, start);
        var endorsements = new EndorsementReader();
        endorsements.read(start < 0 ? lines : lines.subList(0, start));
        note(
                start,
                endorsements.used().stream().map(PreambleLine::place).collect(Collectors.toSet()));
        String institution = institution(title, endorsements.approved());
        RoadmapKind kind = kind(title, institution);
        if (title.isEmpty()) {
            trace.find(Finding.Code.TITLE_MISSING, Place.PAPER);
        }
        if (institution.isEmpty()) {
            trace.find(Finding.Code.INSTITUTION_MISSING, Place.PAPER);
        }
        if (endorsements.approved().isEmpty()) {
            trace.find(Finding.Code.APPROVAL_MISSING, Place.PAPER);
        }
        if (kind == null) {
            trace.find(Finding.Code.KIND_UNKNOWN, Place.PAPER);
        }
        return new RoadmapHeader(
                title,
                institution,
                kind,
                period(title, endorsements, guess),
                endorsements.approved(),
                endorsements.agreed());
    }

    private void note(int titleStart, Set<Place> endorsing) {
        for (int i = 0; i < lines.size(); i++) {
            PreambleLine line = lines.get(i);
            boolean title = titleStart >= 0 && i >= titleStart;
            boolean endorsement = endorsing.contains(line.place());
            Meaning meaning =
                    title ? Meaning.TITLE : endorsement ? Meaning.ENDORSEMENT : Meaning.PREAMBLE;
            trace.line(line.place(), meaning, Lines.clean(line.text()), "");
        }
    }

    private String institution(String title, List<Endorsement> approved) {
        Matcher inTitle = INSTITUTION.matcher(title);
        if (inTitle.find()) {
            return Lines.clean(inTitle.group().replaceAll("\\s+на\\s.*$", ""));
        }
        for (Endorsement endorsement : approved) {
            if (!endorsement.organisation().isEmpty() && !endorsement.post().isEmpty()) {
                return endorsement.organisation();
            }
        }
        for (PreambleLine line : lines) {
            String text = Lines.clean(line.text());
            if (text.length() < 160 && BODY.matcher(text).matches() && !TitleReader.isStart(text)) {
                return text.replaceAll("^[«\"]([^«»\"]*)[»\"]$", "$1");
            }
        }
        return approved.isEmpty() ? "" : approved.getFirst().organisation();
    }

    private static @Nullable RoadmapKind kind(String title, String institution) {
        String text = Lines.lower(title);
        boolean schools =
                text.contains("образовательных организаци")
                        || text.contains("муниципальн")
                        || text.contains("в школах");
        if (AUTHORITY.matcher(institution).matches()
                || (schools && !INSTITUTION.matcher(title).find())) {
            return RoadmapKind.MUNICIPALITY;
        }
        boolean teachers = text.matches("(?s).*(педагог|учител|молод[а-я]+ специалист).*");
        boolean learners = text.matches("(?s).*(обучающ|учащи|школьник|ученик|детей).*");
        if (teachers && !learners) {
            return RoadmapKind.SCHOOL_TEACHERS;
        }
        return learners ? RoadmapKind.SCHOOL_LEARNERS : null;
    }

    private RoadmapPeriod period(String title, EndorsementReader endorsements, PeriodGuess guess) {
        var all = new ArrayList<>(List.of(title));
        lines.forEach(line -> all.add(line.text()));
        for (String text : all) {
            RoadmapPeriod named = named(text);
            if (named != null) {
                return named;
            }
        }
        LocalDate approved =
                endorsements.approved().stream()
                        .map(Endorsement::date)
                        .filter(date -> date != null)
                        .findFirst()
                        .orElse(null);
        trace.find(Finding.Code.PERIOD_GUESSED, Place.PAPER);
        return guess.period(approved);
    }

    private static @Nullable RoadmapPeriod named(String text) {
        Matcher school = SCHOOL_YEAR.matcher(text);
        if (school.find()) {
            return RoadmapPeriod.schoolYear(Integer.parseInt(school.group(1)));
        }
        Matcher years = YEARS.matcher(text);
        if (years.find()) {
            int first = Integer.parseInt(years.group(1));
            int last = Integer.parseInt(years.group(2));
            return last > first ? RoadmapPeriod.years(first, last) : null;
        }
        Matcher year = YEAR.matcher(text);
        return year.find() ? RoadmapPeriod.calendarYear(Integer.parseInt(year.group(1))) : null;
    }
}
