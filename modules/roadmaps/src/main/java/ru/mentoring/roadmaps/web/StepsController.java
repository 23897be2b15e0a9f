package ru.mentoring.roadmaps.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
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
import ru.mentoring.roadmaps.web.RoadmapPage.Rights;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.Permitted;

/**
 * The steps that the school takes with its roadmap. Each has a page of its own that shows what is
 * about to be done.
 */
@Controller
class StepsController {

    /** Says that the roadmap is not where this step can be taken, and leads to it. */
    private static final String PAST = "roadmaps/past";

    private final RoadmapApproval approval;
    private final RoadmapDrafting drafting;
    private final RoadmapQueries queries;
    private final RoadmapPage page;
    private final Troubles troubles;
    private final OrgTree tree;
    private final MessageSource messages;

    StepsController(
            RoadmapApproval approval,
            RoadmapDrafting drafting,
            RoadmapQueries queries,
            RoadmapPage page,
            Troubles troubles,
            OrgTree tree,
            MessageSource messages) {
        this.approval = approval;
        this.drafting = drafting;
        this.queries = queries;
        this.page = page;
        this.troubles = troubles;
        this.tree = tree;
        this.messages = messages;
    }

    /** The order by which a roadmap comes into force. */
    record OrderForm(
            @NotBlank @Size(max = 60) String number,
            @NotNull @DateTimeFormat(pattern = "dd.MM.yyyy") @Nullable LocalDate date,
            @Nullable Long seen) {}

    @Permitted("roadmap.submit")
    @GetMapping("/s/{org}/roadmap/{id}/submission")
    String submission(@PathVariable UUID id, Model model, Locale locale) {
        var roadmap = page.put(new RoadmapId(id), 0, model, locale);
        if (!Rights.of(roadmap).submit()) {
            return PAST;
        }
        model.addAttribute("receiver", tree.parent(roadmap.school().id()).orElseThrow());
        var obstacles = queries.obstacles(roadmap.id());
        model.addAttribute(
                "checks",
                queries.checks(roadmap.id()).stream()
                        .filter(check -> !saidAbove(check, obstacles))
                        .toList());
        model.addAttribute(
                "troubles",
                obstacles.stream()
                        .flatMap(refused ->
                                troubles.of(refused, roadmap, address(id), locale).stream())
                        .toList());
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
        try {
            var step = approval.submit(new RoadmapId(id), seen);
            if (step instanceof Step.Refused refused) {
                return new ModelAndView(
                        submission(id, model, locale),
                        model.asMap(),
                        RoadmapController.status(refused));
            }
        } catch (OptimisticLockingFailureException changed) {
            return changed(submission(id, model, locale), id, model, locale);
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
                () -> approval.withdraw(new RoadmapId(id), seen),
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
                () -> approval.handOver(new RoadmapId(id), seen),
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
        return take(
                "discarding",
                () -> drafting.discard(new RoadmapId(id), seen),
                id,
                model,
                locale,
                redirect);
    }

    @Permitted("roadmap.approve")
    @GetMapping("/s/{org}/roadmap/{id}/approval")
    String approval(@PathVariable UUID id, Model model, Locale locale) {
        var roadmap = page.put(new RoadmapId(id), 0, model, locale);
        if (!Rights.of(roadmap).approve()) {
            return PAST;
        }
        if (!model.containsAttribute("roadmapOrder")) {
            model.addAttribute("roadmapOrder", new OrderForm("", null, roadmap.version()));
        }
        return "roadmaps/approval";
    }

    @Permitted("roadmap.approve")
    @PostMapping("/s/{org}/roadmap/{id}/approval")
    ModelAndView approve(
            @PathVariable UUID id,
            @Valid @ModelAttribute("roadmapOrder") OrderForm form,
            BindingResult binding,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        if (!binding.hasErrors()) {
            var number = ItemForm.text(form.number());
            try {
                var step =
                        approval.approve(
                                new RoadmapId(id), number, form.date(), ItemForm.seen(form.seen()));
                if (!(step instanceof Step.Refused refused)) {
                    return done(id, "roadmaps.approval.done", redirect);
                }
                if (refused.reason() != Step.Reason.ORDER_MISSING) {
                    return refusedApproval(id, refused, model, locale);
                }
            } catch (OptimisticLockingFailureException changed) {
                return changedApproval(id, form, model, locale);
            }
            binding.rejectValue("date", "roadmaps.approval.date.missing");
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
        try {
            var step = approval.refuse(new RoadmapId(id), why, seen);
            if (step instanceof Step.Refused refused) {
                return refusedApproval(id, refused, model, locale);
            }
        } catch (OptimisticLockingFailureException changed) {
            model.addAttribute("why", why);
            return changedApproval(id, new OrderForm("", null, null), model, locale);
        }
        return done(id, "roadmaps.refusal.done", redirect);
    }

    private ModelAndView changedApproval(UUID id, OrderForm typed, Model model, Locale locale) {
        model.addAttribute(
                "roadmapOrder",
                new OrderForm(
                        typed.number(),
                        typed.date(),
                        queries.view(new RoadmapId(id), 0).version()));
        return changed(approval(id, model, locale), id, model, locale);
    }

    private ModelAndView refusedApproval(
            UUID id, Step.Refused refused, Model model, Locale locale) {
        var roadmap = queries.view(new RoadmapId(id), 0);
        var view = approval(id, model, locale);
        model.addAttribute("troubles", troubles.of(refused, roadmap, address(id), locale));
        return new ModelAndView(view, model.asMap(), RoadmapController.status(refused));
    }

    private String asking(String what, UUID id, Model model, Locale locale) {
        var rights = Rights.of(page.put(new RoadmapId(id), 0, model, locale));
        model.addAttribute("what", what);
        boolean possible =
                switch (what) {
                    case "withdrawal" -> rights.withdraw();
                    case "hand-over" -> rights.handOver();
                    default -> rights.discard();
                };
        return possible ? "roadmaps/step" : PAST;
    }

    private ModelAndView take(
            String what,
            Supplier<Step> step,
            UUID id,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            if (step.get() instanceof Step.Refused refused) {
                var view = asking(what, id, model, locale);
                var roadmap = queries.view(new RoadmapId(id), 0);
                model.addAttribute("troubles", troubles.of(refused, roadmap, address(id), locale));
                return new ModelAndView(view, model.asMap(), RoadmapController.status(refused));
            }
        } catch (OptimisticLockingFailureException changed) {
            return changed(asking(what, id, model, locale), id, model, locale);
        }
        redirect.addFlashAttribute("banner", "roadmaps.step." + what + ".done");
        return new ModelAndView(
                "redirect:"
                        + (what.equals("discarding")
                                ? CurrentScope.get().path() + "/roadmap"
                                : address(id)));
    }

    /** The same page as the roadmap is now: nobody decides about what they have not seen. */
    private ModelAndView changed(String view, UUID id, Model model, Locale locale) {
        model.addAttribute(
                "troubles",
                List.of(
                        new Trouble(
                                messages.getMessage("roadmaps.step.changed", null, locale),
                                address(id))));
        return new ModelAndView(view, model.asMap(), HttpStatus.CONFLICT);
    }

    private static ModelAndView done(UUID id, String banner, RedirectAttributes redirect) {
        redirect.addFlashAttribute("banner", banner);
        return new ModelAndView("redirect:" + address(id));
    }

    private static String address(UUID id) {
        return CurrentScope.get().path() + "/roadmap/" + id;
    }
}
