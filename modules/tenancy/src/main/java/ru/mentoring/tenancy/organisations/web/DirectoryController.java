package ru.mentoring.tenancy.organisations.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import ru.mentoring.shared.pages.Option;
import ru.mentoring.shared.pages.PagedRows;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgOnDay;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.organisations.OrgDirectory;
import ru.mentoring.tenancy.organisations.OrgDirectory.Line;
import ru.mentoring.tenancy.organisations.OrgDirectory.Participation;
import ru.mentoring.tenancy.organisations.TreeOnDay;

/** The directory: the tree and lists of organisations, and the page of each. */
@Controller
@Permitted("organisation.view")
class DirectoryController {

    private static final DateTimeFormatter PAPER = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private final OrgDirectory directory;
    private final MessageSource messages;

    DirectoryController(OrgDirectory directory, MessageSource messages) {
        this.directory = directory;
        this.messages = messages;
    }

    /**
     * An organisation in the tree.
     *
     * @param parts what stands directly below it, where the tree is shown so deep
     * @param schools how many schools stand below it
     * @param listed how many of these are on the list of participating schools
     */
    record Branch(OrgOnDay org, List<OrgOnDay> parts, int schools, int listed) {}

    /** The day on which an organisation is looked at; today if there is none. */
    record OnDay(@Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate day) {}

    @GetMapping({"/s/{org}/organisations", "/d/{org}/organisations", "/r/{org}/organisations"})
    String directory(
            @ModelAttribute("form") DirectoryFilter filter,
            BindingResult faults,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            Locale locale) {
        var scope = CurrentScope.get();
        var day = filter.dayOr(directory.today());
        if (filter.active()) {
            var wanted = filter.within(scope.org());
            var part =
                    PagedRows.read(
                            page,
                            Line::total,
                            (offset, limit) -> directory.list(wanted, day, offset, limit));
            model.addAttribute("rows", part.rows());
            model.addAttribute("paging", part.paging());
        } else {
            var tree = directory.tree(day);
            model.addAttribute("own", tree.find(scope.org()).orElse(null));
            model.addAttribute("above", tree.above(scope.org()));
            model.addAttribute("branches", branches(tree, scope.org()));
        }
        show(day, model);
        model.addAttribute("seesChanges", scope.level() != Level.SCHOOL);
        model.addAttribute(
                "mayImport", scope.level() == Level.REGION && scope.may("organisation.import"));
        model.addAttribute("kinds", kinds(locale));
        model.addAttribute("participations", participations(locale));
        return "tenancy/organisations/directory";
    }

    /** Links on a page about another day lead to pages about that day. */
    private void show(LocalDate day, Model model) {
        var today = directory.today();
        model.addAttribute("day", day);
        model.addAttribute("today", today);
        model.addAttribute("onDay", day.equals(today) ? "" : "?day=" + PAPER.format(day));
    }

    private static List<Branch> branches(TreeOnDay tree, OrgId org) {
        return tree.children(org).stream().map(child -> branch(tree, child)).toList();
    }

    private static Branch branch(TreeOnDay tree, OrgOnDay org) {
        var schools =
                tree.below(org.id()).stream().filter(one -> one.kind() == OrgKind.SCHOOL).toList();
        return new Branch(
                org,
                org.kind() == OrgKind.SCHOOL ? tree.children(org.id()) : List.of(),
                schools.size(),
                (int) schools.stream().filter(OrgOnDay::listed).count());
    }

    private boolean mayChange(OrgId org) {
        return CurrentScope.get().may("organisation.propose")
                && directory.isOurs(directory.tree(directory.today()), org);
    }

    private List<Option> kinds(Locale locale) {
        return Arrays.stream(OrgKind.values())
                .map(kind ->
                        new Option(kind.name(), text("tenancy.organisations.kind." + kind, locale)))
                .toList();
    }

    private List<Option> participations(Locale locale) {
        return Arrays.stream(Participation.values())
                .map(one ->
                        new Option(
                                one.name(),
                                text("tenancy.organisations.participation." + one, locale)))
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    @GetMapping({
        "/s/{org}/organisations/{id}",
        "/d/{org}/organisations/{id}",
        "/r/{org}/organisations/{id}"
    })
    String card(
            @PathVariable UUID id,
            @ModelAttribute("form") OnDay form,
            BindingResult faults,
            Model model) {
        var org = new OrgId(id);
        var now = directory.organisation(org);
        var on = form.day() == null ? directory.today() : form.day();
        var tree = directory.tree(on);
        var past = directory.past(org);
        var branches = branches(tree, org);
        model.addAttribute("now", now);
        model.addAttribute("then", tree.find(org).orElse(null));
        model.addAttribute("above", tree.above(org));
        model.addAttribute("branches", branches);
        model.addAttribute("past", past);
        show(on, model);
        model.addAttribute("mayChange", mayChange(org));
        return "tenancy/organisations/organisation";
    }
}
