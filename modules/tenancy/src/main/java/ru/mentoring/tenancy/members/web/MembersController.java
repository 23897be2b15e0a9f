package ru.mentoring.tenancy.members.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.mentoring.shared.pages.PagedRows;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.MembershipId;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.members.MemberList;
import ru.mentoring.tenancy.members.Membership;
import ru.mentoring.tenancy.members.YearlyCheck;

/** Who has access, and the card of each role. */
@Controller
@Permitted("member.view")
class MembersController {

    private final MemberList list;
    private final YearlyCheck check;
    private final Words words;
    private final Clock clock;

    MembersController(MemberList list, YearlyCheck check, Words words, Clock clock) {
        this.list = list;
        this.check = check;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping({"/s/{org}/members", "/d/{org}/members", "/r/{org}/members"})
    String list(
            @ModelAttribute("form") MemberFilter filter,
            BindingResult faults,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            Locale locale) {
        var scope = CurrentScope.get();
        var wanted = filter.wanted();
        var part =
                PagedRows.read(
                        page,
                        Membership::total,
                        (offset, limit) -> list.read(wanted, offset, limit));
        model.addAttribute("rows", part.rows());
        model.addAttribute("paging", part.paging());
        model.addAttribute("overseers", list.overseers());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("wide", scope.level() != Level.SCHOOL);
        model.addAttribute("mayGive", scope.may("member.manage"));
        model.addAttribute(
                "mayDelegate", scope.level() == Level.SCHOOL && scope.may("member.delegate"));
        model.addAttribute("maySeeRights", scope.may("rights.view"));
        model.addAttribute(
                "asked",
                scope.level() == Level.SCHOOL && scope.may("member.confirm")
                        ? check.last().orElse(null)
                        : null);
        model.addAttribute(
                "roles",
                words.roles(role -> role.kind().level().compareTo(scope.level()) <= 0, locale));
        return "tenancy/members/list";
    }

    @GetMapping({"/s/{org}/members/{id}", "/d/{org}/members/{id}", "/r/{org}/members/{id}"})
    String card(@PathVariable UUID id, Model model, Locale locale) {
        var member = list.one(new MembershipId(id));
        model.addAttribute("member", member);
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mayManage", CurrentScope.get().may("member.manage") && !member.ended());
        model.addAttribute("permissions", words.permissions(member.permissions(), locale));
        return "tenancy/members/member";
    }
}
