package ru.mentoring.tenancy.organisations.web;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.shared.pages.Option;
import ru.mentoring.shared.pages.PagedRows;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Ground;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.organisations.OrgDirectory.Participation;
import ru.mentoring.tenancy.organisations.ParticipationList;
import ru.mentoring.tenancy.organisations.ParticipationList.Entry;

/** The list of participating schools, and the orders that put schools on it and take them off. */
@Controller
class ParticipationController {

    private final ParticipationList list;
    private final MessageSource messages;

    ParticipationController(ParticipationList list, MessageSource messages) {
        this.list = list;
        this.messages = messages;
    }

    /** Which schools are shown. */
    record Shown(@Nullable String q, @Nullable Participation participation) {

        ParticipationList.Filter filter() {
            return new ParticipationList.Filter(q == null ? "" : q, participation);
        }

        public boolean active() {
            return participation != null || (q != null && !q.isBlank());
        }
    }

    @Permitted("organisation.view")
    @GetMapping({"/d/{org}/organisations/participation", "/r/{org}/organisations/participation"})
    String page(
            @ModelAttribute("shown") Shown shown,
            BindingResult faults,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            Locale locale) {
        model.addAttribute("form", ParticipationForm.empty());
        return show(shown, page, model, locale);
    }

    private String show(Shown shown, String page, Model model, Locale locale) {
        var part =
                PagedRows.read(
                        page,
                        Entry::total,
                        (offset, limit) -> list.read(shown.filter(), offset, limit));
        model.addAttribute("rows", part.rows());
        model.addAttribute("paging", part.paging());
        model.addAttribute("mayKeep", CurrentScope.get().may("organisation.enlist"));
        model.addAttribute("participations", participations(locale));
        return "tenancy/organisations/participation";
    }

    private List<Option> participations(Locale locale) {
        return Arrays.stream(Participation.values())
                .map(one ->
                        new Option(
                                one.name(),
                                messages.getMessage(
                                        "tenancy.organisations.participation." + one,
                                        null,
                                        locale)))
                .toList();
    }

    @Permitted("organisation.enlist")
    @PostMapping({"/d/{org}/organisations/participation", "/r/{org}/organisations/participation"})
    String change(
            @ModelAttribute("shown") Shown shown,
            BindingResult unread,
            @Valid @ModelAttribute("form") ParticipationForm form,
            BindingResult faults,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        form.examine(faults);
        if (faults.hasErrors() || unread.hasErrors()) {
            return show(shown, page, model, locale);
        }
        var schools =
                form.wantsEverybody()
                        ? list.all(shown.filter())
                        : Objects.requireNonNull(form.schools()).stream().map(OrgId::new).toList();
        var order =
                new Ground(
                        Objects.requireNonNull(form.orderNumber()).strip(),
                        Objects.requireNonNull(form.orderDate()));
        var day = Objects.requireNonNull(form.day());
        var listing = form.action() == ParticipationForm.Action.LIST;
        int changed = listing ? list.put(schools, day, order) : list.take(schools, day, order);
        redirect.addFlashAttribute(
                "banner",
                List.of(
                        listing
                                ? "tenancy.organisations.banner.listed"
                                : "tenancy.organisations.banner.delisted",
                        changed,
                        schools.size() - changed));
        return "redirect:%s/organisations/participation".formatted(CurrentScope.get().path());
    }
}
