package ru.mentoring.roadmaps.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.roadmaps.NoSuchRoadmap;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.roadmaps.domain.ItemField;
import ru.mentoring.roadmaps.domain.ItemId;
import ru.mentoring.roadmaps.domain.RoadmapQueries;
import ru.mentoring.roadmaps.domain.RoadmapReview;
import ru.mentoring.roadmaps.domain.RoadmapView;
import ru.mentoring.roadmaps.domain.Step;
import ru.mentoring.roadmaps.domain.WorkingDays;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Seasons;
import ru.mentoring.tenancy.Track;

/** How roadmaps of schools are checked: a queue, marks on rows, one decision. */
@Controller
@Permitted("roadmap.review")
class ReviewController {

    private static final String PAGE = "roadmaps/review";

    /** Within so many working days a school may expect an answer. */
    private static final int NORM = 5;

    private final RoadmapReview review;
    private final RoadmapQueries queries;
    private final RoadmapPage page;
    private final Troubles troubles;
    private final Seasons seasons;
    private final Clock clock;

    ReviewController(
            RoadmapReview review,
            RoadmapQueries queries,
            RoadmapPage page,
            Troubles troubles,
            Seasons seasons,
            Clock clock) {
        this.review = review;
        this.queries = queries;
        this.page = page;
        this.troubles = troubles;
        this.seasons = seasons;
        this.clock = clock;
    }

    /** A roadmap in the queue. */
    record Place(
            RoadmapId id, String school, int edition, Instant since, long days, boolean late) {}

    /** Shows the queue, and beside it the roadmap that has waited longest. */
    @GetMapping({"/d/{org}/review", "/r/{org}/review"})
    String queue(Model model, Locale locale) {
        var oldest = queries.queue().stream().findFirst();
        if (oldest.isPresent()) {
            put(oldest.get().id(), "", model, locale);
            model.addAttribute("chosen", false);
        } else {
            putQueue(model);
        }
        return PAGE;
    }

    @GetMapping({"/d/{org}/review/{id}", "/r/{org}/review/{id}"})
    String open(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String rows,
            Model model,
            Locale locale) {
        put(new RoadmapId(id), rows, model, locale);
        model.addAttribute("chosen", true);
        return PAGE;
    }

    @PostMapping({
        "/d/{org}/review/{id}/rows/{item}/acceptance",
        "/r/{org}/review/{id}/rows/{item}/acceptance"
    })
    ModelAndView accept(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam int edition,
            @RequestParam(defaultValue = "") String rows,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return marked(
                review.accept(new RoadmapId(id), new ItemId(item), edition),
                id,
                item,
                rows,
                model,
                locale,
                redirect);
    }

    @PostMapping({
        "/d/{org}/review/{id}/rows/{item}/remark",
        "/r/{org}/review/{id}/rows/{item}/remark"
    })
    ModelAndView criticise(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam int edition,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable ItemField field,
            @RequestParam(defaultValue = "") String rows,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return marked(
                review.criticise(new RoadmapId(id), new ItemId(item), field, text, edition),
                id,
                item,
                rows,
                model,
                locale,
                redirect);
    }

    @PostMapping({"/d/{org}/review/{id}/rest", "/r/{org}/review/{id}/rest"})
    ModelAndView acceptRest(
            @PathVariable UUID id,
            @RequestParam int edition,
            @RequestParam(defaultValue = "") String rows,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return marked(
                review.acceptRest(new RoadmapId(id), edition),
                id,
                null,
                rows,
                model,
                locale,
                redirect);
    }

    /** Shows what is about to be decided; what is decided already is shown as it is now. */
    @GetMapping({"/d/{org}/review/{id}/decision", "/r/{org}/review/{id}/decision"})
    String decision(@PathVariable UUID id, Model model, Locale locale) {
        var roadmap = page.put(new RoadmapId(id), 0, model, locale);
        mustBeOurs(roadmap);
        if (roadmap.state() != RoadmapState.ON_AGREEMENT) {
            return "redirect:%s/review/%s".formatted(CurrentScope.get().path(), id);
        }
        model.addAttribute("returned", returned(roadmap));
        model.addAttribute(
                "unmarked", roadmap.rows().stream().filter(RoadmapView.Row::unmarked).count());
        return "roadmaps/decision";
    }

    @PostMapping({"/d/{org}/review/{id}/agreement", "/r/{org}/review/{id}/agreement"})
    ModelAndView agree(
            @PathVariable UUID id,
            @RequestParam long seen,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return decided(
                () -> review.agree(new RoadmapId(id), seen),
                "roadmaps.review.agreed",
                id,
                model,
                locale,
                redirect);
    }

    @PostMapping({"/d/{org}/review/{id}/return", "/r/{org}/review/{id}/return"})
    ModelAndView giveBack(
            @PathVariable UUID id,
            @RequestParam long seen,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return decided(
                () -> review.giveBack(new RoadmapId(id), seen),
                "roadmaps.review.returned",
                id,
                model,
                locale,
                redirect);
    }

    private ModelAndView marked(
            Step step,
            UUID id,
            @Nullable UUID item,
            String rows,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        if (step instanceof Step.Refused refused) {
            return refused(refused, id, rows, model, locale);
        }
        if (item != null) {
            redirect.addFlashAttribute("at", "p-" + item);
        }
        return new ModelAndView(
                "redirect:%s/review/%s%s%s"
                        .formatted(
                                CurrentScope.get().path(),
                                id,
                                rows.equals("all") ? "?rows=all" : "",
                                item == null ? "" : "#p-" + item));
    }

    private ModelAndView decided(
            Supplier<Step> step,
            String banner,
            UUID id,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            if (step.get() instanceof Step.Refused refused) {
                return refused(refused, id, "", model, locale);
            }
        } catch (OptimisticLockingFailureException changed) {
            model.addAttribute("changed", true);
            return new ModelAndView(
                    decision(id, model, locale), model.asMap(), HttpStatus.CONFLICT);
        }
        redirect.addFlashAttribute("banner", banner);
        return new ModelAndView("redirect:" + CurrentScope.get().path() + "/review");
    }

    private ModelAndView refused(
            Step.Refused refused, UUID id, String rows, Model model, Locale locale) {
        var roadmap = put(new RoadmapId(id), rows, model, locale);
        model.addAttribute("chosen", true);
        model.addAttribute("troubles", troubles.of(refused, roadmap, "", locale));
        return new ModelAndView(PAGE, model.asMap(), RoadmapController.status(refused));
    }

    private RoadmapView put(RoadmapId id, String rows, Model model, Locale locale) {
        putQueue(model);
        int before = queries.view(id, 0).edition() - 1;
        var roadmap = page.put(id, before, model, locale);
        mustBeOurs(roadmap);
        boolean first = roadmap.comparedWith() == 0;
        boolean all = first || rows.equals("all");
        model.addAttribute("checks", queries.checks(id));
        model.addAttribute("all", all);
        model.addAttribute("first", first);
        model.addAttribute("rows", rows.equals("all") ? "all" : "");
        model.addAttribute(
                "shown",
                roadmap.rows().stream().filter(row -> all || toBeLookedAt(row, before)).toList());
        model.addAttribute("fields", List.of(ItemField.values()));
        model.addAttribute("open", roadmap.state() == RoadmapState.ON_AGREEMENT);
        model.addAttribute("returned", returned(roadmap));
        model.addAttribute(
                "accepted", roadmap.rows().stream().filter(RoadmapView.Row::accepted).count());
        model.addAttribute(
                "unmarked", roadmap.rows().stream().filter(RoadmapView.Row::unmarked).count());
        return roadmap;
    }

    /** Rows that say something new, or that the last edition was returned for. */
    private static boolean toBeLookedAt(RoadmapView.Row row, int before) {
        return !row.settled()
                || row.changed()
                || row.notes().stream().anyMatch(note -> note.edition() == before);
    }

    private static long returned(RoadmapView roadmap) {
        return roadmap.rows().stream().filter(RoadmapView.Row::returned).count();
    }

    /** Others above may read a roadmap, on its own page; only one organisation checks it. */
    private static void mustBeOurs(RoadmapView roadmap) {
        if (roadmap.reviewer().filter(org -> org.id().equals(CurrentScope.get().org())).isEmpty()) {
            throw new NoSuchRoadmap(roadmap.id().value());
        }
    }

    private void putQueue(Model model) {
        var places = queries.queue().stream().map(this::place).toList();
        int startYear = seasons.current(Track.LEARNERS).startYear();
        model.addAttribute("queue", places);
        model.addAttribute("startYear", startYear);
        model.addAttribute("progress", queries.progress(Track.LEARNERS, startYear));
    }

    private Place place(RoadmapQueries.Waiting waiting) {
        long days =
                WorkingDays.since(
                        LocalDate.ofInstant(waiting.since(), clock.getZone()),
                        LocalDate.now(clock));
        return new Place(
                waiting.id(),
                waiting.name(),
                waiting.edition(),
                waiting.since(),
                days,
                days > NORM);
    }
}
