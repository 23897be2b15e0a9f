package ru.mentoring.tenancy.profile.web;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.shared.pages.Option;
import ru.mentoring.shared.pages.PagedRows;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.profile.Profile;
import ru.mentoring.tenancy.profile.ProfileDesk;
import ru.mentoring.tenancy.profile.ProfileDesk.Seen;
import ru.mentoring.tenancy.profile.ProfileRow;
import ru.mentoring.tenancy.profile.ProfileYears;
import ru.mentoring.tenancy.profile.Profiles;

/** What schools are, year by year: the list, one school, and what waits for the centre. */
@Controller
class ProfileController {

    private final Profiles profiles;
    private final ProfileDesk desk;
    private final ProfileYears years;
    private final OrgTree tree;
    private final MessageSource messages;

    ProfileController(
            Profiles profiles,
            ProfileDesk desk,
            ProfileYears years,
            OrgTree tree,
            MessageSource messages) {
        this.profiles = profiles;
        this.desk = desk;
        this.years = years;
        this.tree = tree;
        this.messages = messages;
    }

    /** A school looks at what is stated of it. */
    @Permitted("profile.view")
    @GetMapping("/s/{org}/profile")
    String own(Model model) {
        model.addAttribute("profiles", profiles.of(CurrentScope.get().org()));
        return "tenancy/profile-own";
    }

    @Permitted("profile.view")
    @GetMapping({"/d/{org}/profiles", "/r/{org}/profiles"})
    String list(
            @RequestParam @Nullable String year,
            @ModelAttribute("form") ProfileFilter filter,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            Locale locale) {
        int chosen = years.read(year);
        var wanted = filter.of(chosen);
        var found =
                PagedRows.read(
                        page,
                        ProfileRow::total,
                        (offset, limit) -> profiles.read(wanted, offset, limit));
        chooseYear(chosen, model);
        model.addAttribute("paging", found.paging());
        model.addAttribute("rows", found.rows());
        model.addAttribute("filtered", filter.active());
        model.addAttribute("count", profiles.count(chosen));
        model.addAttribute(
                "parts",
                Arrays.stream(Profiles.Part.values())
                        .map(part ->
                                new Option(
                                        part.name(),
                                        messages.getMessage(
                                                "tenancy.profile.part." + part, null, locale)))
                        .toList());
        model.addAttribute("districts", districts());
        model.addAttribute("mayConfirm", mayConfirm());
        return "tenancy/profiles";
    }

    private List<Option> districts() {
        var scope = CurrentScope.get();
        return scope.level() != Level.REGION
                ? List.of()
                : tree.below(scope.org()).stream()
                        .filter(one -> one.kind() == OrgKind.DISTRICT)
                        .map(one -> new Option(one.id().value().toString(), one.name()))
                        .toList();
    }

    private static boolean mayConfirm() {
        var scope = CurrentScope.get();
        return scope.level() == Level.REGION && scope.may("profile.confirm");
    }

    private void chooseYear(int chosen, Model model) {
        model.addAttribute("year", String.valueOf(chosen));
        model.addAttribute("yearText", new SchoolYear(chosen).text());
        model.addAttribute(
                "years",
                years.all().stream()
                        .map(one -> new Option(String.valueOf(one), new SchoolYear(one).text()))
                        .toList());
    }

    @Permitted("profile.view")
    @GetMapping({"/d/{org}/profiles/{school}", "/r/{org}/profiles/{school}"})
    String look(@PathVariable UUID school, Model model) {
        model.addAttribute("returning", new ReturnForm("", null));
        return one(new OrgId(school), model);
    }

    private String one(OrgId id, Model model) {
        var school = profiles.school(id);
        var all = profiles.of(id);
        model.addAttribute("school", school);
        model.addAttribute("above", tree.parent(id).map(above -> above.name()).orElse(""));
        model.addAttribute("profiles", all);
        model.addAttribute(
                "waiting",
                all.stream()
                        .filter(one -> one.state() == Profile.State.PROPOSED)
                        .map(one ->
                                new Waiting(
                                        one, profiles.confirmed(id, one.startYear()).orElse(null)))
                        .toList());
        model.addAttribute("running", String.valueOf(years.running()));
        model.addAttribute("mayState", CurrentScope.get().may("profile.propose"));
        model.addAttribute("mayConfirm", mayConfirm());
        return "tenancy/profile";
    }

    @Permitted("profile.propose")
    @GetMapping({"/d/{org}/profiles/{school}/state", "/r/{org}/profiles/{school}/state"})
    String open(@PathVariable UUID school, @RequestParam @Nullable String year, Model model) {
        int chosen = years.read(year);
        var found = profiles.school(new OrgId(school));
        model.addAttribute(
                "form",
                FactsForm.of(profiles.startFor(found, chosen), desk.mark(found.id(), chosen)));
        return form(found.id(), chosen, model);
    }

    private String form(OrgId id, int year, Model model) {
        model.addAttribute("school", profiles.school(id));
        model.addAttribute(
                "returned",
                profiles.open(id, year)
                        .filter(one -> one.state() == Profile.State.RETURNED)
                        .map(Profile::remark)
                        .orElse(null));
        model.addAttribute("mayConfirm", mayConfirm());
        chooseYear(year, model);
        return "tenancy/profile-form";
    }

    @Permitted("profile.propose")
    @PostMapping({"/d/{org}/profiles/{school}/state", "/r/{org}/profiles/{school}/state"})
    String state(
            @PathVariable UUID school,
            @RequestParam @Nullable String year,
            @Valid @ModelAttribute("form") FactsForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        int chosen = years.read(year);
        var id = new OrgId(school);
        profiles.school(id);
        form.examine(faults);
        if (faults.hasErrors()) {
            return form(id, chosen, model);
        }
        var outcome = desk.state(id, chosen, form.facts(), form.seen() == null ? "" : form.seen());
        redirect.addFlashAttribute(
                "banner",
                List.of("tenancy.profile.banner." + outcome, new SchoolYear(chosen).text()));
        return to(id);
    }

    private static String to(OrgId school) {
        return "redirect:" + CurrentScope.get().path() + "/profiles/" + school.value();
    }

    /** Lets the ticked statements of the list hold; each says which version was seen. */
    @Permitted("profile.confirm")
    @PostMapping("/r/{org}/profiles/confirm")
    String confirm(
            @RequestParam @Nullable String year,
            @RequestParam @Nullable List<String> seen,
            RedirectAttributes redirect) {
        int chosen = years.read(year);
        var ticked = seen == null ? List.<Seen>of() : seen.stream().map(SeenMark::read).toList();
        int confirmed = desk.confirm(ticked);
        redirect.addFlashAttribute(
                "banner",
                ticked.isEmpty()
                        ? "tenancy.profile.banner.nothing-ticked"
                        : List.of(
                                confirmed == ticked.size()
                                        ? "tenancy.profile.banner.confirmed"
                                        : "tenancy.profile.banner.confirmed-some",
                                String.valueOf(confirmed),
                                String.valueOf(ticked.size())));
        return "redirect:" + CurrentScope.get().path() + "/profiles?year=" + chosen;
    }

    @Permitted("profile.confirm")
    @PostMapping("/r/{org}/profiles/{profile}/confirm")
    String confirmOne(
            @PathVariable UUID profile, @RequestParam int version, RedirectAttributes redirect) {
        var found = profiles.one(profile);
        if (desk.confirm(List.of(new Seen(profile, version))) == 0) {
            redirect.addFlashAttribute("banner", "tenancy.profile.banner.changed-meanwhile");
        } else {
            redirect.addFlashAttribute(
                    "banner",
                    List.of(
                            "tenancy.profile.banner.CONFIRMED",
                            new SchoolYear(found.startYear()).text()));
        }
        return to(found.school());
    }

    @Permitted("profile.confirm")
    @PostMapping("/r/{org}/profiles/{profile}/return")
    String giveBack(
            @PathVariable UUID profile,
            @Valid @ModelAttribute("returning") ReturnForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var found = profiles.one(profile);
        var remark = form.remark();
        var version = form.version();
        if (faults.hasErrors() || remark == null || version == null) {
            return one(found.school(), model);
        }
        desk.giveBack(new Seen(profile, version), remark.strip());
        redirect.addFlashAttribute("banner", "tenancy.profile.banner.returned");
        return to(found.school());
    }
}
