package ru.mentoring.tenancy.members.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.shared.pages.Option;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Appointment;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Giving;
import ru.mentoring.tenancy.Giving.Reason;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.MembershipId;
import ru.mentoring.tenancy.NoSuchMembership;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.members.Delegable;
import ru.mentoring.tenancy.members.Leaving;
import ru.mentoring.tenancy.members.MemberDesk;
import ru.mentoring.tenancy.members.MemberList;
import ru.mentoring.tenancy.members.Membership;
import ru.mentoring.tenancy.members.Nature;
import ru.mentoring.tenancy.organisations.OrgDirectory;

/** Giving a role, taking it away, naming a substitute, handing rights over to a deputy. */
@Controller
@Permitted("member.manage")
class RolesController {

    /** Colleagues that a list to choose from can hold; the largest staffs stay far below. */
    private static final int MOST_COLLEAGUES = 500;

    private static final int MOST_PLACES = 50;

    private final MemberDesk desk;
    private final MemberList list;
    private final Delegable delegable;
    private final OrgDirectory directory;
    private final Words words;
    private final Clock clock;

    RolesController(
            MemberDesk desk,
            MemberList list,
            Delegable delegable,
            OrgDirectory directory,
            Words words,
            Clock clock) {
        this.desk = desk;
        this.list = list;
        this.delegable = delegable;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping({"/s/{org}/members/new", "/d/{org}/members/new", "/r/{org}/members/new"})
    String blank(@RequestParam(defaultValue = "") String place, Model model, Locale locale) {
        model.addAttribute("form", new GiveForm(null, place, null, today(), null, null, null));
        return giveForm(model, locale);
    }

    private String giveForm(Model model, Locale locale) {
        var scope = CurrentScope.get();
        model.addAttribute("wide", scope.level() != Level.SCHOOL);
        model.addAttribute("roles", words.roles(role -> maybeGiven(role, scope), locale));
        return "tenancy/members/give";
    }

    /** A school's head is named from above; whoever tries all the same is told so. */
    private static boolean maybeGiven(Role role, Scope scope) {
        return role.kind().level().compareTo(scope.level()) <= 0
                && !(scope.level() == Level.SCHOOL && role == Role.DIRECTOR);
    }

    @PostMapping({"/s/{org}/members", "/d/{org}/members", "/r/{org}/members"})
    String give(
            @Valid @ModelAttribute("form") GiveForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        form.examine(faults, today());
        if (faults.hasErrors()) {
            return giveForm(model, locale);
        }
        var org = org(form.place());
        var known = list.known(Objects.requireNonNull(form.email()));
        if (org.isEmpty()) {
            faults.rejectValue("place", "tenancy.members.fault.place");
        }
        if (known.isEmpty()) {
            faults.rejectValue("email", "tenancy.members.fault.NO_SUCH_PERSON");
        }
        if (org.isEmpty() || known.isEmpty()) {
            return giveForm(model, locale);
        }
        var giving =
                desk.give(
                        new Appointment(
                                known.get().account(),
                                org.get(),
                                Objects.requireNonNull(form.role()),
                                Objects.requireNonNull(form.from()),
                                form.until(),
                                Grounds.of(form.orderNumber(), form.orderDate()),
                                null));
        if (giving instanceof Giving.Given given) {
            redirect.addFlashAttribute(
                    "banner", List.of("tenancy.members.given", known.get().name()));
            return toCard(given.membership());
        }
        refuse(giving, faults, "role");
        return giveForm(model, locale);
    }

    /** The organisation that somebody means by its code or name; the own one if nothing is said. */
    private Optional<OrgId> org(@Nullable String place) {
        var own = CurrentScope.get().org();
        if (place == null || place.isBlank() || CurrentScope.get().level() == Level.SCHOOL) {
            return Optional.of(own);
        }
        var text = place.strip();
        var found =
                directory.list(
                        new OrgDirectory.Filter(text, null, own, null), today(), 0, MOST_PLACES);
        var exact =
                found.stream()
                        .filter(line ->
                                line.code().equalsIgnoreCase(text)
                                        || line.name().equalsIgnoreCase(text))
                        .toList();
        var meant = exact.isEmpty() ? found : exact;
        return meant.size() == 1 ? Optional.of(new OrgId(meant.getFirst().id())) : Optional.empty();
    }

    @GetMapping({
        "/s/{org}/members/{id}/leave",
        "/d/{org}/members/{id}/leave",
        "/r/{org}/members/{id}/leave"
    })
    String leaving(@PathVariable UUID id, Model model) {
        model.addAttribute("form", new LeaveForm());
        model.addAttribute("member", list.one(new MembershipId(id)));
        return "tenancy/members/leave";
    }

    @PostMapping({
        "/s/{org}/members/{id}/leave",
        "/d/{org}/members/{id}/leave",
        "/r/{org}/members/{id}/leave"
    })
    String leave(
            @PathVariable UUID id,
            @ModelAttribute("form") LeaveForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var member = list.one(new MembershipId(id));
        var leaving = desk.takeAway(new MembershipId(id));
        if (leaving instanceof Leaving.LastHead) {
            faults.reject("tenancy.members.fault.last-head");
            model.addAttribute("member", member);
            return "tenancy/members/leave";
        }
        redirect.addFlashAttribute("banner", List.of(told(leaving), member.name()));
        // Who gave up the own role may have no page here any more.
        return CurrentScope.get()
                        .actor()
                        .filter(new AccountId(member.account())::equals)
                        .isPresent()
                ? "redirect:/switch"
                : "redirect:" + CurrentScope.get().path() + "/members";
    }

    private static String told(Leaving leaving) {
        return switch (leaving) {
            case Leaving.Taken taken when taken.orphaned() -> "tenancy.members.taken-orphaned";
            case Leaving.Taken _ -> "tenancy.members.taken";
            default -> "tenancy.members.over-already";
        };
    }

    @GetMapping({
        "/s/{org}/members/{id}/substitute",
        "/d/{org}/members/{id}/substitute",
        "/r/{org}/members/{id}/substitute"
    })
    String substituting(@PathVariable UUID id, Model model) {
        var away = away(id);
        model.addAttribute("form", new SubstituteForm(null, today(), null, null, null));
        return substituteForm(away, model);
    }

    /** Only own roles of people who still have them can be done for somebody. */
    private Membership away(UUID id) {
        var away = list.one(new MembershipId(id));
        if (away.ended() || away.nature() != Nature.OWN) {
            throw new NoSuchMembership(new MembershipId(id));
        }
        return away;
    }

    private String substituteForm(Membership away, Model model) {
        model.addAttribute("member", away);
        model.addAttribute("colleagues", substitutes(away));
        return "tenancy/members/substitute";
    }

    private List<Option> substitutes(Membership away) {
        return colleagues(new OrgId(away.org()), one -> !one.account().equals(away.account()));
    }

    private List<Option> colleagues(OrgId org, Predicate<Membership> wanted) {
        var names = new LinkedHashMap<UUID, String>();
        list.read(MemberList.Filter.at(org), 0, MOST_COLLEAGUES).stream()
                .filter(wanted)
                .forEach(one -> names.putIfAbsent(one.account(), one.name()));
        return names.entrySet().stream()
                .map(one -> new Option(one.getKey().toString(), one.getValue()))
                .toList();
    }

    @PostMapping({
        "/s/{org}/members/{id}/substitute",
        "/d/{org}/members/{id}/substitute",
        "/r/{org}/members/{id}/substitute"
    })
    String substitute(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") SubstituteForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        var away = away(id);
        form.examine(faults, today());
        insistOnOffered(faults, form.colleague(), substitutes(away));
        if (faults.hasErrors()) {
            return substituteForm(away, model);
        }
        var giving =
                desk.substitute(
                        away,
                        new AccountId(Objects.requireNonNull(form.colleague())),
                        Objects.requireNonNull(form.from()),
                        Objects.requireNonNull(form.until()),
                        Grounds.of(form.orderNumber(), form.orderDate()));
        if (giving instanceof Giving.Given given) {
            redirect.addFlashAttribute(
                    "banner", List.of("tenancy.members.substituted", away.name()));
            return toCard(given.membership());
        }
        refuse(giving, faults, "colleague");
        return substituteForm(away, model);
    }

    @Permitted("member.delegate")
    @GetMapping("/s/{org}/members/delegate")
    String delegating(Model model, Locale locale) {
        model.addAttribute("form", new DelegationForm(null, null, today(), null, null, null));
        return delegationForm(model, locale);
    }

    private String delegationForm(Model model, Locale locale) {
        var role = delegable.role(CurrentScope.get());
        model.addAttribute("colleagues", role.map(this::receivers).orElse(List.of()));
        model.addAttribute(
                "permissions",
                role.map(one -> words.permissions(delegable.of(one), locale)).orElse(List.of()));
        return "tenancy/members/delegate";
    }

    private List<Option> receivers(Role role) {
        return colleagues(
                CurrentScope.get().org(),
                one ->
                        one.role() == delegable.receiver(role)
                                && one.nature() == Nature.OWN
                                && !one.begins(today()));
    }

    @Permitted("member.delegate")
    @PostMapping("/s/{org}/members/delegate")
    String delegate(
            @Valid @ModelAttribute("form") DelegationForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        form.examine(faults, today());
        insistOnOffered(
                faults,
                form.colleague(),
                delegable.role(CurrentScope.get()).map(this::receivers).orElse(List.of()));
        if (faults.hasErrors()) {
            return delegationForm(model, locale);
        }
        var giving =
                desk.delegate(
                        new AccountId(Objects.requireNonNull(form.colleague())),
                        Objects.requireNonNull(form.permissions()),
                        Objects.requireNonNull(form.from()),
                        Objects.requireNonNull(form.until()),
                        Objects.requireNonNull(Grounds.of(form.orderNumber(), form.orderDate())));
        if (giving instanceof Giving.Given given) {
            redirect.addFlashAttribute("banner", "tenancy.members.delegated");
            return toCard(given.membership());
        }
        refuse(giving, faults, "colleague");
        return delegationForm(model, locale);
    }

    private static void insistOnOffered(
            BindingResult faults, @Nullable UUID chosen, List<Option> offered) {
        if (chosen != null
                && offered.stream().noneMatch(one -> one.value().equals(chosen.toString()))) {
            faults.rejectValue("colleague", "tenancy.members.fault.colleague");
        }
    }

    /** Says at the field that has to do with it why nothing was given. */
    private static void refuse(Giving giving, BindingResult faults, String usual) {
        if (giving instanceof Giving.Refused(Reason reason)) {
            var field =
                    switch (reason) {
                        case TERM_IS_OVER -> "until";
                        case NOTHING_TO_DELEGATE -> "permissions";
                        case NO_SUCH_PERSON,
                                HAS_IT_ALREADY,
                                GIVEN_FROM_ABOVE,
                                NOT_A_ROLE_THERE,
                                NOBODY_TO_STAND_FOR ->
                                usual;
                    };
            faults.rejectValue(field, "tenancy.members.fault." + reason);
        }
    }

    private static String toCard(MembershipId id) {
        return "redirect:" + CurrentScope.get().path() + "/members/" + id.value();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
