package ru.mentoring.tenancy.members.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.members.MemberList;
import ru.mentoring.tenancy.members.Membership;
import ru.mentoring.tenancy.members.YearlyCheck;

/** The yearly confirmation that everybody with access still works at the school. */
@Controller
@Permitted("member.confirm")
class ConfirmController {

    /** Far more than the largest school has; nobody confirms people whom the page left out. */
    private static final int WHOLE_SCHOOL = 2_000;

    private final YearlyCheck check;
    private final MemberList list;
    private final Clock clock;

    ConfirmController(YearlyCheck check, MemberList list, Clock clock) {
        this.check = check;
        this.list = list;
        this.clock = clock;
    }

    @GetMapping("/s/{org}/members/confirm")
    String look(Model model) {
        var rows = everybody();
        model.addAttribute("form", new ConfirmForm(mark(rows)));
        return show(rows, model);
    }

    private String show(List<Membership> rows, Model model) {
        model.addAttribute("rows", rows);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("asked", check.last().orElse(null));
        return "tenancy/members/confirm";
    }

    private List<Membership> everybody() {
        return list.read(MemberList.Filter.at(CurrentScope.get().org()), 0, WHOLE_SCHOOL);
    }

    private static long mark(List<Membership> rows) {
        return rows.stream()
                .mapToLong(row -> row.id().getLeastSignificantBits() ^ row.role().ordinal())
                .reduce(rows.size(), (one, other) -> one * 31 + other);
    }

    @PostMapping("/s/{org}/members/confirm")
    String confirm(
            @Valid @ModelAttribute("form") ConfirmForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var rows = everybody();
        if (!faults.hasErrors() && !Objects.equals(form.seen(), mark(rows))) {
            faults.reject("tenancy.members.fault.list-changed");
        }
        if (faults.hasErrors()) {
            // What is sent next has to be the mark of the list that is shown now.
            model.addAttribute("mark", mark(rows));
            return show(rows, model);
        }
        redirect.addFlashAttribute(
                "banner",
                check.confirm() ? "tenancy.members.confirmed" : "tenancy.members.confirmed-before");
        return "redirect:" + CurrentScope.get().path() + "/members";
    }
}
