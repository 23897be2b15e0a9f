package ru.mentoring.tenancy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import ru.mentoring.shared.Open;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.SignedIn;
import ru.mentoring.tenancy.domain.Assignments.Place;

/** The door: where somebody goes who has just come, and the choice among several organisations. */
@Controller
class OrganisationPages {

    /** The first page of each organisation. */
    private static final String HOME = "/home";

    private final WorkingOrganisation working;

    OrganisationPages(WorkingOrganisation working) {
        this.working = working;
    }

    /** A working place as the choice shows it. */
    record Choice(String path, String organisation, String region, List<String> roleKeys) {}

    /**
     * Greets a visitor; leads a person to where they worked last, or to the only place, or to the
     * choice.
     */
    @Open
    @GetMapping("/")
    String door(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            return "tenancy/welcome";
        }
        var places = working.places();
        var last = request.getSession().getAttribute(WorkingOrganisation.LAST);
        return places.stream()
                .map(place -> place.scope().path())
                .filter(path -> places.size() == 1 || path.equals(last))
                .findFirst()
                .map(path -> "redirect:" + path + HOME)
                .orElse("redirect:/switch");
    }

    @SignedIn
    @GetMapping("/switch")
    String choice(Model model) {
        model.addAttribute(
                "choices", working.places().stream().map(OrganisationPages::choice).toList());
        return "tenancy/switch";
    }

    private static Choice choice(Place place) {
        return new Choice(
                place.scope().path() + HOME,
                place.orgName(),
                place.regionName(),
                place.roles().stream().sorted().map(role -> "tenancy.role." + role).toList());
    }

    /** Gives every page of an organisation the beginning of its addresses. */
    @ControllerAdvice
    static class Base {

        @ModelAttribute("base")
        String base() {
            return CurrentScope.isBound() ? CurrentScope.get().path() : "";
        }
    }
}
