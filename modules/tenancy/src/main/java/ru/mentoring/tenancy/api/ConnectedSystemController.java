package ru.mentoring.tenancy.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.shared.pages.Option;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NavigationEntry;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.OrgView;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.api.ConnectedSystems.Connecting;

/** Which programs may call, seen and settled by the regional centre. */
@Controller
@Permitted("system.manage")
class ConnectedSystemController {

    private static final int LONGEST_NAME = 200;

    /**
     * A program that is to be connected.
     *
     * @param code code of the organisation, as the directory has it
     */
    record SystemForm(
            @NotBlank @Size(max = LONGEST_NAME) String name,
            @NotBlank @Pattern(regexp = "|[a-z0-9][a-z0-9._-]{2,99}") String client,
            @NotNull @Nullable OrgKind kind,
            @NotBlank @Size(max = LONGEST_NAME) @Nullable String code,
            boolean mayWrite) {

        static SystemForm empty() {
            return new SystemForm("", "", OrgKind.SCHOOL, "", false);
        }
    }

    private final ConnectedSystems systems;
    private final OrgTree tree;
    private final String issuer;
    private final MessageSource messages;

    ConnectedSystemController(
            ConnectedSystems systems,
            OrgTree tree,
            @Value(ApiDescription.ISSUER) String issuer,
            MessageSource messages) {
        this.systems = systems;
        this.tree = tree;
        this.issuer = issuer;
        this.messages = messages;
    }

    @Bean
    static NavigationEntry systemsEntry() {
        return new NavigationEntry(
                "tenancy.systems.nav",
                "/systems",
                "link",
                "",
                95,
                "system.manage",
                Set.of(Level.REGION));
    }

    @GetMapping("/r/{org}/systems")
    String list(Model model) {
        return page(SystemForm.empty(), model);
    }

    @PostMapping("/r/{org}/systems")
    String connect(
            @Valid @ModelAttribute("form") SystemForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var org = organisation(form);
        if (org.isEmpty() && !faults.hasFieldErrors("code") && form.kind() != null) {
            faults.rejectValue("code", "tenancy.systems.code.unknown");
        }
        if (faults.hasErrors() || org.isEmpty()) {
            return page(form, model);
        }
        var connecting =
                systems.connect(
                        issuer, form.client(), form.name().strip(), org.get(), form.mayWrite());
        if (connecting == Connecting.CONNECTED_ALREADY) {
            faults.rejectValue("client", "tenancy.systems.client.taken");
            return page(form, model);
        }
        redirect.addFlashAttribute(
                "banner", List.of("tenancy.systems.connected", form.name().strip()));
        return back();
    }

    @PostMapping("/r/{org}/systems/{system}/end")
    String disconnect(@PathVariable UUID system, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "banner",
                systems.disconnect(system)
                        ? "tenancy.systems.disconnected"
                        : "tenancy.systems.over-already");
        return back();
    }

    private static String back() {
        return "redirect:" + CurrentScope.get().path() + "/systems";
    }

    private String page(SystemForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("systems", systems.all());
        model.addAttribute("kinds", kinds());
        return "tenancy/systems";
    }

    private List<Option> kinds() {
        return Stream.of(OrgKind.values())
                .filter(OrgKind::isWorkplace)
                .map(kind ->
                        new Option(
                                kind.name(),
                                messages.getMessage(
                                        "tenancy.systems.kind." + kind,
                                        null,
                                        LocaleContextHolder.getLocale())))
                .toList()
                .reversed();
    }

    /** The organisation with this code, if the region has it today. */
    private Optional<OrgId> organisation(SystemForm form) {
        if (form.code() == null) {
            return Optional.empty();
        }
        var centre = CurrentScope.get().org();
        var code = form.code().strip();
        return Stream.concat(Stream.of(tree.organisation(centre)), tree.below(centre).stream())
                .filter(org -> org.kind() == form.kind() && org.code().equals(code))
                .map(OrgView::id)
                .findFirst();
    }
}
