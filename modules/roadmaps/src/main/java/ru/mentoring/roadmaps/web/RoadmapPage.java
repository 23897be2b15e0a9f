package ru.mentoring.roadmaps.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.roadmaps.domain.RoadmapQueries;
import ru.mentoring.roadmaps.domain.RoadmapView;
import ru.mentoring.shared.pages.Days;
import ru.mentoring.shared.pages.HistoryLine;
import ru.mentoring.shared.pages.TrackStep;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgKind;

/** Everything that the page of a roadmap shows besides its rows. */
@Component
class RoadmapPage {

    private final RoadmapQueries queries;
    private final MessageSource messages;
    private final Clock clock;

    RoadmapPage(RoadmapQueries queries, MessageSource messages, Clock clock) {
        this.queries = queries;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the reader may do with the roadmap as it stands. */
    record Rights(
            boolean edit,
            boolean submit,
            boolean withdraw,
            boolean handOver,
            boolean approve,
            boolean discard) {

        static Rights of(RoadmapView roadmap) {
            var scope = CurrentScope.get();
            boolean own = roadmap.school().id().equals(scope.org());
            var state = roadmap.state();
            return new Rights(
                    own && state.isEditable() && scope.may("roadmap.edit"),
                    own && state.isEditable() && scope.may("roadmap.submit"),
                    own && state == RoadmapState.ON_AGREEMENT && scope.may("roadmap.submit"),
                    own && state == RoadmapState.AGREED && scope.may("roadmap.submit"),
                    own && state == RoadmapState.ON_APPROVAL && scope.may("roadmap.approve"),
                    own
                            && state == RoadmapState.DRAFT
                            && roadmap.edition() == 0
                            && scope.may("roadmap.edit"));
        }
    }

    RoadmapView put(RoadmapId id, int compareWith, Model model, Locale locale) {
        var roadmap = queries.view(id, compareWith);
        put(roadmap, model, locale);
        return roadmap;
    }

    void put(RoadmapView roadmap, Model model, Locale locale) {
        model.addAttribute("roadmap", roadmap);
        model.addAttribute("rights", Rights.of(roadmap));
        model.addAttribute("words", words(locale));
        model.addAttribute("steps", steps(roadmap, locale));
        model.addAttribute("history", history(roadmap, locale));
        model.addAttribute("above", above(roadmap));
    }

    DeadlineWords words(Locale locale) {
        return new DeadlineWords(messages, locale);
    }

    /** Whether it is a district or the region that agrees: part of message keys. */
    static String above(RoadmapView roadmap) {
        return roadmap.reviewer().filter(org -> org.kind() == OrgKind.REGION).isPresent()
                ? "region"
                : "district";
    }

    private List<TrackStep> steps(RoadmapView roadmap, Locale locale) {
        var days = new Days(messages, clock, locale);
        var when = roadmap.steps();
        var state = roadmap.state();
        var level = above(roadmap);
        boolean sent = roadmap.edition() > 0 && state != RoadmapState.DRAFT;
        var steps = new ArrayList<TrackStep>();
        steps.add(
                new TrackStep(
                        text("roadmaps.track.composed", locale),
                        joined(days.of(when.composedAt()), when.composedBy()),
                        state == RoadmapState.DRAFT
                                ? TrackStep.State.CURRENT
                                : TrackStep.State.DONE));
        steps.add(
                new TrackStep(
                        text("roadmaps.track.sent." + level, locale),
                        sent ? date(when.submittedAt(), days) : "",
                        sent ? TrackStep.State.DONE : TrackStep.State.AHEAD));
        steps.add(checked(roadmap, days, locale));
        steps.add(
                new TrackStep(
                        text("roadmaps.track.agreed." + level, locale),
                        date(when.agreedAt(), days),
                        switch (state) {
                            case DRAFT, ON_AGREEMENT, RETURNED -> TrackStep.State.AHEAD;
                            case AGREED -> TrackStep.State.CURRENT;
                            case ON_APPROVAL, IN_FORCE -> TrackStep.State.DONE;
                        }));
        steps.add(
                new TrackStep(
                        text("roadmaps.track.approved", locale),
                        approved(roadmap, days, locale),
                        switch (state) {
                            case DRAFT, ON_AGREEMENT, RETURNED, AGREED -> TrackStep.State.AHEAD;
                            case ON_APPROVAL -> TrackStep.State.CURRENT;
                            case IN_FORCE -> TrackStep.State.DONE;
                        }));
        return steps;
    }

    private TrackStep checked(RoadmapView roadmap, Days days, Locale locale) {
        var when = roadmap.steps();
        return switch (roadmap.state()) {
            case DRAFT ->
                    new TrackStep(text("roadmaps.track.check", locale), "", TrackStep.State.AHEAD);
            case ON_AGREEMENT ->
                    new TrackStep(
                            text("roadmaps.track.check", locale),
                            text("roadmaps.edition", locale, String.valueOf(roadmap.edition())),
                            TrackStep.State.CURRENT);
            case RETURNED ->
                    new TrackStep(
                            text("roadmaps.track.returned", locale),
                            date(when.returnedAt(), days),
                            TrackStep.State.RETURNED);
            case AGREED, ON_APPROVAL, IN_FORCE ->
                    new TrackStep(
                            text("roadmaps.track.checked", locale),
                            text("roadmaps.edition", locale, String.valueOf(roadmap.edition())),
                            TrackStep.State.DONE);
        };
    }

    private String approved(RoadmapView roadmap, Days days, Locale locale) {
        var when = roadmap.steps();
        var number = when.orderNumber();
        var date = when.orderDate();
        return number == null || date == null
                ? text("roadmaps.track.approved.ahead", locale)
                : text("roadmaps.order", locale, number, days.of(date));
    }

    private List<HistoryLine> history(RoadmapView roadmap, Locale locale) {
        var days = new Days(messages, clock, locale);
        var lines = new ArrayList<HistoryLine>();
        var when = roadmap.steps();
        add(lines, "roadmaps.history.in-force", when.inForceAt(), "", days, locale);
        add(lines, "roadmaps.history.handed-over", when.handedOverAt(), "", days, locale);
        for (var edition : roadmap.editions().reversed()) {
            if (edition.decidedAt() != null) {
                add(
                        lines,
                        "roadmaps.history." + edition.outcome(),
                        edition.decidedAt(),
                        edition.decidedBy(),
                        days,
                        locale);
            }
            lines.add(
                    new HistoryLine(
                            text("roadmaps.history.sent", locale, String.valueOf(edition.number())),
                            joined(days.moment(edition.sentAt()), edition.sentBy())));
        }
        add(lines, "roadmaps.history.composed", when.composedAt(), when.composedBy(), days, locale);
        return lines;
    }

    private void add(
            List<HistoryLine> lines,
            String key,
            @Nullable Instant at,
            String by,
            Days days,
            Locale locale) {
        if (at != null) {
            lines.add(new HistoryLine(text(key, locale), joined(days.moment(at), by)));
        }
    }

    private static String date(@Nullable Instant at, Days days) {
        return at == null ? "" : days.of(at);
    }

    private static String joined(String when, String who) {
        return who.isEmpty() ? when : when + ", " + who;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
