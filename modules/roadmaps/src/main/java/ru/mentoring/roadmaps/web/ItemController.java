package ru.mentoring.roadmaps.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
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
import ru.mentoring.roadmaps.NoSuchRoadmap;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.domain.ItemField;
import ru.mentoring.roadmaps.domain.ItemId;
import ru.mentoring.roadmaps.domain.RoadmapDrafting;
import ru.mentoring.roadmaps.domain.RoadmapQueries;
import ru.mentoring.roadmaps.domain.RoadmapView;
import ru.mentoring.roadmaps.domain.SectionId;
import ru.mentoring.roadmaps.domain.Step;
import ru.mentoring.roadmaps.domain.Wording;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.web.RoadmapPage.Rights;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;

/** One row of a roadmap: changed, added, taken out. */
@Controller
@Permitted("roadmap.edit")
class ItemController {

    /** Somebody puts off the answer about an unclear deadline; the roadmap cannot be sent so. */
    private static final String LATER = "later";

    private static final String PAST = "roadmaps/past";

    private final RoadmapQueries queries;
    private final RoadmapDrafting drafting;
    private final RoadmapPage page;
    private final Troubles troubles;

    ItemController(
            RoadmapQueries queries, RoadmapDrafting drafting, RoadmapPage page, Troubles troubles) {
        this.queries = queries;
        this.drafting = drafting;
        this.page = page;
        this.troubles = troubles;
    }

    @GetMapping("/s/{org}/roadmap/{id}/items/{item}")
    String item(@PathVariable UUID id, @PathVariable UUID item, Model model, Locale locale) {
        var roadmap = queries.view(new RoadmapId(id), 0);
        var row = roadmap.row(new ItemId(item));
        if (!Rights.of(roadmap).edit()) {
            page.put(roadmap, model, locale);
            return PAST;
        }
        model.addAttribute("roadmapItem", ItemForm.of(row.wording(), row.version()));
        ask(row.wording().deadline(), model, locale);
        return put(roadmap, row, model, locale);
    }

    @PostMapping("/s/{org}/roadmap/{id}/items/{item}")
    ModelAndView rewrite(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @Valid @ModelAttribute("roadmapItem") ItemForm form,
            BindingResult binding,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var roadmap = queries.view(new RoadmapId(id), 0);
        var row = roadmap.row(new ItemId(item));
        if (binding.hasErrors()) {
            return new ModelAndView(put(roadmap, row, model, locale), model.asMap());
        }
        var wording = form.wording(row.wording());
        if (wording.deadline() instanceof Deadline.Unclear && !LATER.equals(form.choice())) {
            return asked(roadmap, row, wording, model, locale);
        }
        try {
            var step =
                    drafting.rewrite(roadmap.id(), row.id(), wording, ItemForm.seen(form.seen()));
            if (step instanceof Step.Refused refused) {
                return refused(roadmap, row, refused, model, locale);
            }
        } catch (OptimisticLockingFailureException conflict) {
            return conflict(roadmap.id(), row.id(), wording, model, locale);
        }
        redirect.addFlashAttribute("banner", "roadmaps.item.saved");
        redirect.addFlashAttribute("at", "p-" + item);
        return back(id, item);
    }

    @GetMapping("/s/{org}/roadmap/{id}/items/new")
    String blank(@PathVariable UUID id, @RequestParam UUID section, Model model, Locale locale) {
        var roadmap = queries.view(new RoadmapId(id), 0);
        if (!Rights.of(roadmap).edit()) {
            page.put(roadmap, model, locale);
            return PAST;
        }
        model.addAttribute("roadmapItem", ItemForm.empty());
        model.addAttribute("section", section(roadmap, section));
        return put(roadmap, null, model, locale);
    }

    @PostMapping("/s/{org}/roadmap/{id}/items")
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam UUID section,
            @Valid @ModelAttribute("roadmapItem") ItemForm form,
            BindingResult binding,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var roadmap = queries.view(new RoadmapId(id), 0);
        model.addAttribute("section", section(roadmap, section));
        if (binding.hasErrors()) {
            return new ModelAndView(put(roadmap, null, model, locale), model.asMap());
        }
        var wording = form.wording(null);
        if (wording.deadline() instanceof Deadline.Unclear && !LATER.equals(form.choice())) {
            return asked(roadmap, null, wording, model, locale);
        }
        var step = drafting.add(roadmap.id(), new SectionId(section), wording);
        if (step instanceof Step.Refused refused) {
            return refused(roadmap, null, refused, model, locale);
        }
        redirect.addFlashAttribute("banner", "roadmaps.item.added");
        redirect.addFlashAttribute("at", "s-" + section);
        return new ModelAndView(
                "redirect:%s/roadmap/%s#s-%s".formatted(CurrentScope.get().path(), id, section));
    }

    @PostMapping("/s/{org}/roadmap/{id}/items/{item}/removal")
    ModelAndView remove(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam long seen,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var step = drafting.remove(new RoadmapId(id), new ItemId(item), seen);
        if (step instanceof Step.Refused refused) {
            var roadmap = queries.view(new RoadmapId(id), 0);
            var row = roadmap.row(new ItemId(item));
            model.addAttribute("roadmapItem", ItemForm.of(row.wording(), row.version()));
            return refused(roadmap, row, refused, model, locale);
        }
        redirect.addFlashAttribute("banner", "roadmaps.item.removed");
        return new ModelAndView("redirect:%s/roadmap/%s".formatted(CurrentScope.get().path(), id));
    }

    private String put(
            RoadmapView roadmap, RoadmapView.@Nullable Row row, Model model, Locale locale) {
        page.put(roadmap, model, locale);
        model.addAttribute("row", row);
        return "roadmaps/item";
    }

    private ModelAndView asked(
            RoadmapView roadmap,
            RoadmapView.@Nullable Row row,
            Wording wording,
            Model model,
            Locale locale) {
        ask(wording.deadline(), model, locale);
        put(roadmap, row, model, locale);
        return new ModelAndView("roadmaps/item", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void ask(Deadline deadline, Model model, Locale locale) {
        if (deadline instanceof Deadline.Unclear unclear) {
            model.addAttribute("asked", page.words(locale).ask(unclear));
        }
    }

    private ModelAndView refused(
            RoadmapView roadmap,
            RoadmapView.@Nullable Row row,
            Step.Refused refused,
            Model model,
            Locale locale) {
        put(roadmap, row, model, locale);
        model.addAttribute(
                "troubles",
                troubles.of(
                        refused,
                        roadmap,
                        CurrentScope.get().path() + "/roadmap/" + roadmap.id().value(),
                        locale));
        return new ModelAndView("roadmaps/item", model.asMap(), RoadmapController.status(refused));
    }

    /** Both texts side by side; saving again goes over the other one knowingly. */
    private ModelAndView conflict(
            RoadmapId id, ItemId item, Wording mine, Model model, Locale locale) {
        var roadmap = queries.view(id, 0);
        var row = roadmap.row(item);
        put(roadmap, row, model, locale);
        model.addAttribute("mine", mine);
        model.addAttribute("fields", List.of(ItemField.values()));
        model.addAttribute("roadmapItem", ItemForm.of(mine, row.version()));
        return new ModelAndView("roadmaps/conflict", model.asMap(), HttpStatus.CONFLICT);
    }

    private static ModelAndView back(UUID id, UUID item) {
        return new ModelAndView(
                "redirect:%s/roadmap/%s#p-%s".formatted(CurrentScope.get().path(), id, item));
    }

    private static RoadmapView.Part section(RoadmapView roadmap, UUID id) {
        return roadmap.parts().stream()
                .filter(part -> part.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchRoadmap(id));
    }
}
