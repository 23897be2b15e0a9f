package ru.mentoring.participants.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Registers;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.domain.RegisterQueries;
import ru.mentoring.participants.domain.RegisterQueries.MenteeRow;
import ru.mentoring.participants.domain.RegisterQueries.MentorRow;
import ru.mentoring.participants.spi.Accompaniment;
import ru.mentoring.participants.spi.Accompaniments;
import ru.mentoring.shared.pages.PagedRows;
import ru.mentoring.shared.pages.Paging;
import ru.mentoring.shared.pages.Sorting;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Reads;

/** The two registers of the running season. */
@Controller
@Permitted("person.view")
class RegisterController {

    private static final Set<String> COLUMNS = Set.of("name", "class", "entered", "state");

    private final RegisterQueries registers;
    private final Registers people;
    private final ObjectProvider<Accompaniments> accompaniments;
    private final Options options;

    RegisterController(
            RegisterQueries registers,
            Registers people,
            ObjectProvider<Accompaniments> accompaniments,
            Options options) {
        this.registers = registers;
        this.people = people;
        this.accompaniments = accompaniments;
        this.options = options;
    }

    /** With whom somebody works, ready to be shown. */
    record Company(Accompaniment with, String names) {}

    @Reads("entry.mentees-seen")
    @GetMapping("/s/{org}/mentees")
    String mentees(
            @ModelAttribute("form") RegisterFilter filter,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(required = false) @Nullable String sort,
            Model model,
            Locale locale) {
        var sorting = Sorting.read(sort, "name", COLUMNS);
        var wanted = filter.sorted(sorting);
        var part =
                PagedRows.read(
                        page,
                        MenteeRow::total,
                        (offset, limit) -> registers.mentees(wanted, offset, limit));
        var rows = part.rows();
        frame(model, filter, sorting, part.paging(), Side.MENTEE, locale);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "company", company(Side.MENTEE, rows.stream().map(MenteeRow::person).toList()));
        return "participants/mentees";
    }

    @Reads("entry.mentors-seen")
    @GetMapping("/s/{org}/mentors")
    String mentors(
            @ModelAttribute("form") RegisterFilter filter,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(required = false) @Nullable String sort,
            Model model,
            Locale locale) {
        var sorting = Sorting.read(sort, "name", COLUMNS);
        var wanted = filter.sorted(sorting);
        var part =
                PagedRows.read(
                        page,
                        MentorRow::total,
                        (offset, limit) -> registers.mentors(wanted, offset, limit));
        var rows = part.rows();
        frame(model, filter, sorting, part.paging(), Side.MENTOR, locale);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "company", company(Side.MENTOR, rows.stream().map(MentorRow::person).toList()));
        return "participants/mentors";
    }

    private void frame(
            Model model,
            RegisterFilter filter,
            Sorting sorting,
            Paging paging,
            Side side,
            Locale locale) {
        model.addAttribute("sorting", sorting);
        model.addAttribute("paging", paging);
        model.addAttribute("filtered", filter.active());
        model.addAttribute("count", registers.count(side));
        model.addAttribute("categories", options.categories(locale));
        model.addAttribute("states", options.states(locale));
        model.addAttribute("classes", options.classes());
        model.addAttribute("mayEdit", CurrentScope.get().may("person.edit"));
        model.addAttribute("mayImport", CurrentScope.get().may("register.import"));
        model.addAttribute("maySeeConsents", CurrentScope.get().may("consent.view"));
    }

    private Map<UUID, List<Company>> company(Side side, Collection<UUID> whose) {
        var source = accompaniments.getIfAvailable();
        if (source == null || whose.isEmpty()) {
            return Map.of();
        }
        var found = source.of(side, whose.stream().map(PersonId::new).toList());
        var others = new HashSet<PersonId>();
        found.values().forEach(list -> list.forEach(one -> others.addAll(one.counterparts())));
        var names = people.names(others);
        var company = new java.util.HashMap<UUID, List<Company>>();
        found.forEach((person, list) ->
                company.put(
                        person.value(),
                        list.stream()
                                .filter(Accompaniment::running)
                                .map(one -> company(one, names))
                                .toList()));
        return company;
    }

    private static Company company(Accompaniment one, Map<PersonId, String> names) {
        return new Company(
                one,
                String.join(
                        ", ",
                        one.counterparts().stream()
                                .map(other -> names.getOrDefault(other, "—"))
                                .toList()));
    }
}
