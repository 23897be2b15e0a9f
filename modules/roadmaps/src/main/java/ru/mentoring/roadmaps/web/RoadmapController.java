package ru.mentoring.roadmaps.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.domain.DeadlineAnswer;
import ru.mentoring.roadmaps.domain.RemarkId;
import ru.mentoring.roadmaps.domain.RoadmapDrafting;
import ru.mentoring.roadmaps.domain.RoadmapQueries;
import ru.mentoring.roadmaps.domain.RoadmapView;
import ru.mentoring.roadmaps.domain.Step;
import ru.mentoring.roadmaps.domain.Wording;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Track;

/** The page of a roadmap: the paper with its remarks, and the way it has gone. */
@Controller
class RoadmapController {

    private final RoadmapQueries queries;
    private final RoadmapDrafting drafting;
    private final RoadmapPage page;
    private final Troubles troubles;
    private final Clock clock;

    RoadmapController(
            RoadmapQueries queries,
            RoadmapDrafting drafting,
            RoadmapPage page,
            Troubles troubles,
            Clock clock) {
        this.queries = queries;
        this.drafting = drafting;
        this.page = page;
        this.troubles = troubles;
        this.clock = clock;
    }

    /** Shows the school's latest roadmap, or how to get the one that this school year lacks. */
    @Permitted("roadmap.read")
    @GetMapping("/s/{org}/roadmap")
    String latest(Model model, Locale locale) {
        var own = queries.own();
        var year = SchoolYear.of(LocalDate.now(clock));
        boolean there =
                own.stream()
                        .anyMatch(line ->
                                line.track() == Track.LEARNERS
                                        && line.startYear() >= year.startYear());
        if (!there) {
            model.addAttribute("schoolYear", year.text());
            model.addAttribute("earlier", own);
            model.addAttribute("mayEdit", CurrentScope.get().may("roadmap.edit"));
            return "roadmaps/none";
        }
        return shown(own.getFirst().id(), 0, "", model, locale);
    }

    /** Shows a roadmap: to its school, and to those above once it has been sent. */
    @Permitted("roadmap.read")
    @GetMapping({"/s/{org}/roadmap/{id}", "/d/{org}/roadmap/{id}", "/r/{org}/roadmap/{id}"})
    String show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int since,
            @RequestParam(defaultValue = "") String only,
            Model model,
            Locale locale) {
        return shown(new RoadmapId(id), since, only, model, locale);
    }

    private String shown(RoadmapId id, int since, String only, Model model, Locale locale) {
        var roadmap = page.put(id, since, model, locale);
        boolean own = roadmap.school().id().equals(CurrentScope.get().org());
        model.addAttribute("others", own ? others(roadmap) : List.of());
        model.addAttribute("own", own);
        model.addAttribute("obstacles", own ? obstacles(roadmap, locale) : List.of());
        model.addAttribute("mayWrite", CurrentScope.get().may("roadmap.edit"));
        model.addAttribute("newline", "\n");
        model.addAttribute("comparable", comparable(roadmap));
        model.addAttribute("onlyRemarks", only.equals("remarks"));
        return "roadmaps/show";
    }

    /** What is to be filled in before it can be sent; unanswered remarks stand at their rows. */
    private List<Trouble> obstacles(RoadmapView roadmap, Locale locale) {
        if (!roadmap.state().isEditable() || !CurrentScope.get().may("roadmap.edit")) {
            return List.of();
        }
        return queries.obstacles(roadmap.id()).stream()
                .filter(refused -> refused.reason() != Step.Reason.REMARKS_UNANSWERED)
                .flatMap(refused -> troubles.of(refused, roadmap, "", locale).stream())
                .toList();
    }

    private List<RoadmapQueries.Line> others(RoadmapView roadmap) {
        return queries.own().stream().filter(line -> !line.id().equals(roadmap.id())).toList();
    }

    /** The edition whose differences are worth seeing; 0 if there is none. */
    private static int comparable(RoadmapView roadmap) {
        return roadmap.state().isEditable() ? roadmap.edition() : roadmap.edition() - 1;
    }

    /** Answers a remark, and corrects the very column it is about. */
    @Permitted("roadmap.edit")
    @PostMapping("/s/{org}/roadmap/{id}/remarks/{remark}/answer")
    ModelAndView answer(
            @PathVariable UUID id,
            @PathVariable UUID remark,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(required = false) @Nullable String correction,
            @RequestParam(defaultValue = "0") long seen,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var roadmap = queries.view(new RoadmapId(id), 0);
        var row =
                roadmap.rows().stream()
                        .filter(one ->
                                one.notes().stream()
                                        .anyMatch(note -> note.id().value().equals(remark)))
                        .findFirst();
        var corrected = row.map(one -> corrected(one, remark, correction)).orElse(null);
        var step = drafting.answer(roadmap.id(), new RemarkId(remark), answer, corrected, seen);
        if (step instanceof Step.Refused refused) {
            return refused(roadmap, refused, model, locale);
        }
        redirect.addFlashAttribute("banner", "roadmaps.answer.done");
        var address = CurrentScope.get().path() + "/roadmap/" + id;
        if (row.isPresent()
                && corrected != null
                && corrected.deadline() instanceof Deadline.Unclear) {
            return new ModelAndView(
                    "redirect:%s/items/%s".formatted(address, row.get().id().value()));
        }
        row.ifPresent(one -> redirect.addFlashAttribute("at", "p-" + one.id().value()));
        return new ModelAndView(
                "redirect:" + address + row.map(one -> "#p-" + one.id().value()).orElse(""));
    }

    private ModelAndView refused(
            RoadmapView roadmap, Step.Refused refused, Model model, Locale locale) {
        shown(roadmap.id(), 0, "", model, locale);
        model.addAttribute("troubles", troubles.of(refused, roadmap, "", locale));
        return new ModelAndView("roadmaps/show", model.asMap(), status(refused));
    }

    static HttpStatus status(Step.Refused refused) {
        return refused.reason() == Step.Reason.WRONG_STATE
                ? HttpStatus.CONFLICT
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /** Returns the row with the column that was criticised as it stands in the form now. */
    private static @Nullable Wording corrected(
            RoadmapView.Row row, UUID remark, @Nullable String correction) {
        var field =
                row.notes().stream()
                        .filter(note -> note.id().value().equals(remark))
                        .findFirst()
                        .map(RoadmapView.Note::field)
                        .orElse(null);
        if (field == null || correction == null) {
            return null;
        }
        var text = ItemForm.text(correction);
        var wording = row.wording();
        var now =
                switch (field) {
                    case RESPONSIBLE -> wording.withResponsible(ItemForm.lines(correction));
                    case DEADLINE ->
                            wording.withDeadline(
                                    text,
                                    DeadlineAnswer.settle(
                                            text,
                                            "",
                                            wording.deadlineText(),
                                            wording.deadline(),
                                            null));
                    case NUMBER, TITLE, RESULT, INDICATOR -> wording.with(field, text);
                };
        return now.equals(wording) ? null : now;
    }
}
