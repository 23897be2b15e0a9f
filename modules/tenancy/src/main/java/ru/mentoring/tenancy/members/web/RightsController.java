package ru.mentoring.tenancy.members.web;

import java.text.Collator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.PermissionTable;
import ru.mentoring.tenancy.domain.Right.Action;

/** The permission table, to be read: it is the one that is asked before every page and command. */
@Controller
@Permitted("rights.view")
class RightsController {

    private final PermissionTable table;
    private final Words words;

    RightsController(PermissionTable table, Words words) {
        this.table = table;
        this.words = words;
    }

    /** Whose rights are wanted; everybody's if nothing is said. */
    record RightsFilter(@Nullable Role role) {}

    /** What roles may do with one kind of thing. */
    record Row(String object, List<Cell> cells) {}

    /** Who may do one thing, in words; empty if nobody may. */
    record Cell(Action action, String roles) {}

    @GetMapping({"/s/{org}/rights", "/d/{org}/rights", "/r/{org}/rights"})
    String rights(
            @ModelAttribute("form") RightsFilter filter,
            BindingResult faults,
            Model model,
            Locale locale) {
        var roles = filter.role() == null ? List.of(Role.values()) : List.of(filter.role());
        var rows =
                table.objects().stream()
                        .map(object -> row(object, roles, locale))
                        .filter(row ->
                                row.cells().stream().anyMatch(cell -> !cell.roles().isEmpty()))
                        .sorted((one, other) ->
                                Collator.getInstance(locale).compare(one.object(), other.object()))
                        .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("actions", Action.values());
        model.addAttribute("roles", words.roles(role -> true, locale));
        model.addAttribute("chosen", filter.role() != null);
        return "tenancy/members/rights";
    }

    private Row row(String object, List<Role> roles, Locale locale) {
        return new Row(
                words.object(object, locale),
                Arrays.stream(Action.values())
                        .map(action -> new Cell(action, holders(object, action, roles, locale)))
                        .toList());
    }

    private String holders(String object, Action action, List<Role> roles, Locale locale) {
        return roles.stream()
                .filter(role -> table.actions(role, object).contains(action))
                .map(role -> words.role(role, locale))
                .collect(Collectors.joining(", "));
    }
}
