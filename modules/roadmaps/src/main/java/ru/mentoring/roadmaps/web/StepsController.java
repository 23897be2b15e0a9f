package ru.mentoring.roadmaps.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.domain.Check;
import ru.mentoring.roadmaps.domain.RoadmapApproval;
import ru.mentoring.roadmaps.domain.RoadmapDrafting;
import ru.mentoring.roadmaps.domain.RoadmapQueries;
import ru.mentoring.roadmaps.domain.Step;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.Permitted;

/**
 * The steps that the school takes with its roadmap. Each has a page of its own that shows what is
 * about to be done.
 */
@Controller
class StepsController {

    private final RoadmapApproval approval;
    private final RoadmapDrafting drafting;
    private final RoadmapQueries queries;
    private final RoadmapPage page;
    private final Troubles troubles;
    private final OrgTree tree;

    StepsController(
            RoadmapApproval approval,
            RoadmapDrafting drafting,
            RoadmapQueries queries,
            RoadmapPage page,
            Troubles troubles,
            OrgTree tree) {
        this.approval = approval;
        this.drafting = drafting;
        this.queries = queries;
        this.page = page;
        this.troubles = troubles;
        this.tree = tree;
    }

    /** The order by which a roadmap comes into force. */
    record OrderForm(
            String number,
            @DateTimeFormat(pattern = "dd.MM.yyyy") @Nullable LocalDate date,
            @Nullable Long seen) {}

    @Permitted("roadmap.submit")
    @GetMapping("/s/{org}/roadmap/{id}/submission")
    String submission(@PathVariable UUID id, Model model, Locale locale) {
        var roadmap = page.put(new RoadmapId(id), 0, model, locale);
        model.addAttribute("receiver", tree.parent(roadmap.school().id()).orElseThrow());
        var obstacles = queries.obstacles(roadmap.id());
        model.addAttribute(
                "checks",
                queries.checks(roadmap.id()).stream()
                        .filter(check -> !saidAbove(check, obstacles))
                        .toList());
        model.addAttribute(
                "troubles",
                roadmap.state().isEditable()
                        ? obstacles.stream()
                                .flatMap(refused ->
                                        troubles.of(refused, roadmap, address(id), locale).stream())
                                .toList()
                        : troubles.of(
                                new Step.Refused(Step.Reason.WRONG_STATE, List.of()),
                                roadmap,
                                "",
                                locale));
        return "roadmaps/submission";
    }

    /** What keeps the roadmap from being sent is said once, and not among harmless remarks. */
    private static boolean saidAbove(Check check, List<Step.Refused> obstacles) {
        return switch (check.subject()) {
            case RESPONSIBLE -> speaks(Step.Reason.RESPONSIBLE_MISSING, obstacles);
            case DATED -> check.isGood() && speaks(Step.Reason.DEADLINE_UNCLEAR, obstacles);
            case RESULT, PERIOD, NUMBERS -> false;
        };
    }

    private static boolean speaks(Step.Reason reason, List<Step.Refused> obstacles) {
        return obstacles.stream().anyMatch(refused -> refused.reason() == reason);
    }

    @Permitted("roadmap.submit")
    @PostMapping("/s/{org}/roadmap/{id}/submission")
    ModelAndView submit(
            @PathVariable UUID id,
            @RequestParam long seen,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var step = approval.submit(new RoadmapId(id), seen);
        if (step instanceof Step.Refused refused) {
            submission(id, model, locale);
            return new ModelAndView(
                    "roadmaps/submission", model.asMap(), RoadmapController.status(refused));
        }
        return done(id, "roadmaps.submission.done", redirect);
    }

    @Permitted("roadmap.submit")
    @GetMapping("/s/{org}/roadmap/{id}/withdrawal")
    String withdrawal(@PathVariable UUID id, Model model, Locale locale) {
        return asking("withdrawal", id, model, locale);
    }

    @Permitted("roadmap.submit")
    @PostMapping("/s/{org}/roadmap/{id}/withdrawal")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @RequestParam long seen,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return take(
                "withdrawal",
                approval.withdraw(new RoadmapId(id), seen),
                id,
                model,
                locale,
                redirect);
    }

    @Permitted("roadmap.submit")
    @GetMapping("/s/{org}/roadmap/{id}/hand-over")
    String handingOver(@PathVariable UUID id, Model model, Locale locale) {
        return asking("hand-over", id, model, locale);
    }

    @Permitted("roadmap.submit")
    @PostMapping("/s/{org}/roadmap/{id}/hand-over")
    ModelAndView handOver(
            @PathVariable UUID id,
            @RequestParam long seen,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        return take(
                "hand-over",
                approval.handOver(new RoadmapId(id), seen),
                id,
                model,
                locale,
                redirect);
    }

    @Permitted("roadmap.edit")
    @GetMapping("/s/{org}/roadmap/{id}/discarding")
    String discarding(@PathVariable UUID id, Model model, Locale locale) {
        return asking("discarding", id, model, locale);
    }

    @Permitted("roadmap.edit")
    @PostMapping("/s/{org}/roadmap/{id}/discarding")
    ModelAndView discard(
            @PathVariable UUID id,
            @RequestParam long seen,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var step = drafting.discard(new RoadmapId(id), seen);
        if (step instanceof Step.Refused) {
            return take("discarding", step, id, model, locale, redirect);
        }
        redirect.addFlashAttribute("banner", "roadmaps.step.discarding.done");
        return new ModelAndView("redirect:" + CurrentScope.get().path() + "/roadmap");
    }

    @Permitted("roadmap.approve")
    @GetMapping("/s/{org}/roadmap/{id}/approval")
    String approval(@PathVariable UUID id, Model model, Locale locale) {
        var roadmap = page.put(new RoadmapId(id), 0, model, locale);
        if (!model.containsAttribute("roadmapOrder")) {
            model.addAttribute("roadmapOrder", new OrderForm("", null, roadmap.version()));
        }
        return "roadmaps/approval";
    }

    @Permitted("roadmap.approve")
    @PostMapping("/s/{org}/roadmap/{id}/approval")
    ModelAndView approve(
            @PathVariable UUID id,
            @ModelAttribute("roadmapOrder") OrderForm form,
            BindingResult binding,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        if (!binding.hasErrors()) {
            var number = ItemForm.text(form.number());
            var step =
                    approval.approve(
                            new RoadmapId(id), number, form.date(), ItemForm.seen(form.seen()));
            if (step instanceof Step.Refused refused) {
                if (refused.reason() != Step.Reason.ORDER_MISSING) {
                    return refusedApproval(id, refused, model, locale);
                }
                binding.rejectValue(
                        number.isEmpty() ? "number" : "date",
                        number.isEmpty()
                                ? "roadmaps.approval.number.missing"
                                : "roadmaps.approval.date.missing");
            } else {
                return done(id, "roadmaps.approval.done", redirect);
            }
        }
        return new ModelAndView(approval(id, model, locale), model.asMap());
    }

    /** Gives the roadmap back to the curator instead. */
    @Permitted("roadmap.approve")
    @PostMapping("/s/{org}/roadmap/{id}/refusal")
    ModelAndView refuse(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @RequestParam long seen,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var step = approval.refuse(new RoadmapId(id), why, seen);
        return step instanceof Step.Refused refused
                ? refusedApproval(id, refused, model, locale)
                : done(id, "roadmaps.refusal.done", redirect);
    }

    private ModelAndView refusedApproval(
            UUID id, Step.Refused refused, Model model, Locale locale) {
        var roadmap = queries.view(new RoadmapId(id), 0);
        approval(id, model, locale);
        model.addAttribute("troubles", troubles.of(refused, roadmap, address(id), locale));
        return new ModelAndView(
                "roadmaps/approval", model.asMap(), RoadmapController.status(refused));
    }

    private String asking(String what, UUID id, Model model, Locale locale) {
        page.put(new RoadmapId(id), 0, model, locale);
        model.addAttribute("what", what);
        return "roadmaps/step";
    }

    private ModelAndView take(
            String what,
            Step step,
            UUID id,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        if (step instanceof Step.Refused refused) {
            asking(what, id, model, locale);
            var roadmap = queries.view(new RoadmapId(id), 0);
            model.addAttribute("troubles", troubles.of(refused, roadmap, address(id), locale));
            return new ModelAndView(
                    "roadmaps/step", model.asMap(), RoadmapController.status(refused));
        }
        return done(id, "roadmaps.step." + what + ".done", redirect);
    }

    private static ModelAndView done(UUID id, String banner, RedirectAttributes redirect) {
        redirect.addFlashAttribute("banner", banner);
        return new ModelAndView("redirect:" + address(id));
    }

    private static String address(UUID id) {
        return CurrentScope.get().path() + "/roadmap/" + id;
    }
}
