package ru.mentoringlocal.demo.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.roadmaps.domain.Wording;
import ru.mentoring.tenancy.Track;
import ru.mentoringlocal.demo.plan.RoadmapPaper.Flaw;
import ru.mentoringlocal.demo.plan.RoadmapPlan.EditionPlan;
import ru.mentoringlocal.demo.plan.RoadmapPlan.Fate;
import ru.mentoringlocal.demo.plan.RoadmapPlan.RemarkPlan;
import ru.mentoringlocal.demo.plan.RoadmapPlan.RowPlan;
import ru.mentoringlocal.demo.plan.RoadmapPlan.SectionPlan;

/**
 * Draws the way of a roadmap from the first draft as far as it has come: who stands above the
 * school may return it once, with remarks that the school answers, before it is agreed (BR12).
 */
final class RoadmapWay {

    /** A step with the day on which it was taken. */
    private record Stop(Kind kind, LocalDate on) {}

    private enum Kind {
        SENT,
        RETURNED,
        AGREED,
        HANDED_OVER,
        IN_FORCE
    }

    private final Dice dice;
    private final RoadmapPaper paper;
    private final LocalDate today;
    private final List<SectionPlan> sections = new ArrayList<>();
    private final List<EditionPlan> editions = new ArrayList<>();
    private final List<RemarkPlan> remarks = new ArrayList<>();
    private List<RowPlan> rows = new ArrayList<>();
    private RoadmapState state = RoadmapState.DRAFT;
    private @Nullable Instant submitted;
    private @Nullable Instant returned;
    private @Nullable Instant agreed;
    private @Nullable Instant handedOver;
    private @Nullable Instant inForce;

    private RoadmapWay(Dice dice, RoadmapPaper paper, LocalDate today) {
        this.dice = dice;
        this.paper = paper;
        this.today = today;
    }

    /**
     * Draws the roadmap of a school for a season.
     *
     * @param stage how far it comes, unless today lies before that; not {@link RoadmapStage#NONE}
     * @param running whether it is the season of today, in which a step that waits was taken lately
     */
    static RoadmapPlan draw(
            Dice dice,
            SchoolPlan school,
            Track track,
            int startYear,
            RoadmapStage stage,
            boolean running,
            LocalDate today) {
        var paper = RoadmapPaper.draw(dice.at("paper"), school, track, startYear);
        return new RoadmapWay(dice, paper, today).walk(stage, running);
    }

    private RoadmapPlan walk(RoadmapStage stage, boolean running) {
        var composedOn =
                dice.day(
                        LocalDate.of(paper.startYear(), Month.AUGUST, 20),
                        LocalDate.of(paper.startYear(), Month.SEPTEMBER, 6));
        var composed = moment(composedOn.isBefore(today) ? composedOn : today.minusDays(1));
        var id = dice.id(composedOn);
        boolean twice = dice.chance(0.35);
        boolean clean = !twice && (stage == RoadmapStage.AGREED || stage == RoadmapStage.IN_FORCE);
        var flaws = clean ? List.<Flaw>of() : paper.flaws(dice);
        compose(composedOn, flaws);
        for (var stop : stops(stage, twice, composedOn, running)) {
            if (!stop.on().isBefore(today)) {
                break;
            }
            take(stop, flaws);
        }
        if (state == RoadmapState.RETURNED && dice.chance(0.3)) {
            answer(1, flaws);
        }
        var ordered = inForce == null ? null : inForce.atOffset(ZoneOffset.UTC).toLocalDate();
        return new RoadmapPlan(
                id,
                paper.track(),
                paper.startYear(),
                paper.title(),
                paper.institution(),
                paper.period().from(),
                paper.period().to(),
                state,
                List.copyOf(sections),
                List.copyOf(rows),
                List.copyOf(editions),
                List.copyOf(remarks),
                new RoadmapPlan.Steps(
                        composed,
                        submitted,
                        returned,
                        agreed,
                        handedOver,
                        inForce,
                        ordered == null
                                ? null
                                : Words.phrase("roadmap order").formatted(dice.between(40, 190)),
                        ordered));
    }

    /** What is to happen; where somebody still has to act, the last step lies a few days back. */
    private List<Stop> stops(
            RoadmapStage stage, boolean twice, LocalDate composedOn, boolean running) {
        var day = composedOn;
        var stops = new ArrayList<Stop>();
        for (var kind : kinds(stage, twice)) {
            day = workday(day.plusDays(dice.between(1, kind == Kind.SENT ? 6 : 4)));
            stops.add(new Stop(kind, day));
        }
        var recent = today.minusDays(dice.between(1, 9));
        boolean waits = stage != RoadmapStage.IN_FORCE;
        if (!running || !waits || !day.isBefore(recent)) {
            return stops;
        }
        var weeks = ChronoUnit.WEEKS.between(day, recent);
        return stops.stream()
                .map(stop -> new Stop(stop.kind(), stop.on().plusWeeks(weeks)))
                .toList();
    }

    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private List<Kind> kinds(RoadmapStage stage, boolean twice) {
        var kinds = new ArrayList<Kind>();
        if (stage == RoadmapStage.NONE || stage == RoadmapStage.DRAFT) {
            return kinds;
        }
        kinds.add(Kind.SENT);
        if (stage == RoadmapStage.RETURNED || twice) {
            kinds.add(Kind.RETURNED);
        }
        if (stage == RoadmapStage.RETURNED) {
            return kinds;
        }
        if (twice) {
            kinds.add(Kind.SENT);
        }
        if (stage != RoadmapStage.SENT) {
            kinds.add(Kind.AGREED);
        }
        if (stage == RoadmapStage.IN_FORCE || stage == RoadmapStage.AGREED && dice.chance(0.5)) {
            kinds.add(Kind.HANDED_OVER);
        }
        if (stage == RoadmapStage.IN_FORCE) {
            kinds.add(Kind.IN_FORCE);
        }
        return kinds;
    }

    private void compose(LocalDate on, List<Flaw> flaws) {
        for (var section : paper.sections()) {
            var heading = new SectionPlan(dice.id(on), sections.size(), section.title());
            sections.add(heading);
            section.rows()
                    .forEach(row ->
                            rows.add(
                                    new RowPlan(
                                            dice.id(on),
                                            heading,
                                            RoadmapPaper.said(row, flaws),
                                            0)));
        }
    }

    private void take(Stop stop, List<Flaw> flaws) {
        var at = moment(stop.on());
        switch (stop.kind()) {
            case SENT -> {
                answer(remarks.size(), flaws);
                submitted = at;
                state = RoadmapState.ON_AGREEMENT;
                editions.add(
                        new EditionPlan(
                                dice.id(stop.on()),
                                editions.size() + 1,
                                List.copyOf(rows),
                                at,
                                Fate.PENDING,
                                null));
            }
            case RETURNED -> {
                flaws.forEach(flaw -> criticise(flaw, at));
                accept();
                decide(Fate.RETURNED, at);
                returned = at;
                state = RoadmapState.RETURNED;
            }
            case AGREED -> {
                accept();
                decide(Fate.AGREED, at);
                agreed = at;
                state = RoadmapState.AGREED;
            }
            case HANDED_OVER -> {
                handedOver = at;
                state = RoadmapState.ON_APPROVAL;
            }
            case IN_FORCE -> {
                inForce = at;
                state = RoadmapState.IN_FORCE;
            }
        }
    }

    private void criticise(Flaw flaw, Instant at) {
        var row =
                rows.stream()
                        .filter(one -> one.wording().equals(flaw.wording()))
                        .findFirst()
                        .orElseThrow();
        remarks.add(
                new RemarkPlan(
                        dice.id(at.atOffset(ZoneOffset.UTC).toLocalDate()),
                        row.id(),
                        editions.size(),
                        flaw.field(),
                        flaw.remark(),
                        at.minusSeconds(60L * dice.between(5, 50)),
                        null,
                        null));
    }

    /** Accepts all rows on which there is no remark of the last edition. */
    private void accept() {
        int edition = editions.size();
        var returnedRows =
                remarks.stream()
                        .filter(remark -> remark.edition() == edition)
                        .map(RemarkPlan::row)
                        .toList();
        rows =
                new ArrayList<>(
                        rows.stream()
                                .map(row ->
                                        row.acceptedIn() > 0 || returnedRows.contains(row.id())
                                                ? row
                                                : new RowPlan(
                                                        row.id(),
                                                        row.section(),
                                                        row.wording(),
                                                        edition))
                                .toList());
    }

    private void decide(Fate fate, Instant at) {
        var last = editions.removeLast();
        editions.add(
                new EditionPlan(last.id(), last.number(), last.rows(), last.sentAt(), fate, at));
    }

    /** Answers the first remarks and corrects the rows they are about. */
    private void answer(int count, List<Flaw> flaws) {
        for (int i = 0; i < count && i < remarks.size(); i++) {
            var remark = remarks.get(i);
            var flaw = flaws.get(i);
            remarks.set(
                    i,
                    new RemarkPlan(
                            remark.id(),
                            remark.row(),
                            remark.edition(),
                            remark.field(),
                            remark.text(),
                            remark.writtenAt(),
                            flaw.answer(),
                            remark.writtenAt().plusSeconds(3600L * dice.between(2, 8))));
            correct(remark.row(), flaw);
        }
    }

    private void correct(UUID row, Flaw flaw) {
        var corrected = corrected(flaw);
        rows.replaceAll(
                one -> one.id().equals(row) ? new RowPlan(row, one.section(), corrected, 0) : one);
    }

    private Wording corrected(Flaw flaw) {
        return paper.rows().stream()
                .filter(row -> row.flaws().contains(flaw))
                .findFirst()
                .orElseThrow()
                .wording();
    }

    /** Some minute of a working day. */
    private Instant moment(LocalDate day) {
        return day.atTime(6 + dice.between(0, 7), dice.between(0, 59)).toInstant(ZoneOffset.UTC);
    }
}
