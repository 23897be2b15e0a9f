package ru.mentoring.participants.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Registers;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.domain.AlreadyRegistered;
import ru.mentoring.participants.domain.Clearance;
import ru.mentoring.participants.domain.ConsentQueries;
import ru.mentoring.participants.domain.RegisterQueries;
import ru.mentoring.participants.domain.RegisterQueries.PersonView;
import ru.mentoring.participants.domain.Registered.Outcome;
import ru.mentoring.participants.domain.Registrant;
import ru.mentoring.participants.domain.Registration;
import ru.mentoring.participants.spi.Accompaniment;
import ru.mentoring.participants.spi.Accompaniments;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Reads;

/** The card of one person: to look at, to fill in, to correct. */
@Controller
class PersonController {

    private final RegisterQueries registers;
    private final Registration registration;
    private final ConsentQueries consents;
    private final Clearance clearance;
    private final Registers people;
    private final ObjectProvider<Accompaniments> accompaniments;
    private final Options options;
    private final Clock clock;

    PersonController(
            RegisterQueries registers,
            Registration registration,
            ConsentQueries consents,
            Clearance clearance,
            Registers people,
            ObjectProvider<Accompaniments> accompaniments,
            Options options,
            Clock clock) {
        this.registers = registers;
        this.registration = registration;
        this.consents = consents;
        this.clearance = clearance;
        this.people = people;
        this.accompaniments = accompaniments;
        this.options = options;
        this.clock = clock;
    }

    /** A mentorship of the person with the names of the other side. */
    record Company(Accompaniment with, Side side, String names) {}

    @Permitted("person.view")
    @Reads(value = "person.seen", object = "person", id = "id")
    @GetMapping("/s/{org}/people/{id}")
    String card(@PathVariable UUID id, Model model) {
        show(new PersonId(id), model);
        return "participants/person";
    }

    private PersonView show(PersonId id, Model model) {
        var forms =
                Map.of(
                        "training", new TrainingForm(null, null, null),
                        "check", CheckForm.empty(),
                        "checkWaiver", new CheckWaiverForm(""));
        forms.forEach((name, empty) -> {
            if (!model.containsAttribute(name)) {
                model.addAttribute(name, empty);
            }
        });
        var person = registers.person(id);
        var scope = CurrentScope.get();
        model.addAttribute("person", person);
        model.addAttribute("company", company(id));
        model.addAttribute("mayEdit", scope.may("person.edit"));
        model.addAttribute("mayClear", scope.may("mentor.clear"));
        model.addAttribute("mayWaive", scope.may("mentor.waive-check"));
        boolean seesConsents = scope.may("consent.view");
        model.addAttribute("maySeeConsents", seesConsents);
        model.addAttribute("mayRecord", scope.may("consent.record"));
        model.addAttribute("papers", seesConsents ? consents.papers(id) : List.of());
        return person;
    }

    private List<Company> company(PersonId person) {
        var source = accompaniments.getIfAvailable();
        if (source == null) {
            return List.of();
        }
        var all = new java.util.ArrayList<Company>();
        for (var side : Side.values()) {
            var found = source.of(side, List.of(person)).getOrDefault(person, List.of());
            var others = new HashSet<PersonId>();
            found.forEach(one -> others.addAll(one.counterparts()));
            var names = people.names(others);
            for (var one : found) {
                all.add(
                        new Company(
                                one,
                                side,
                                String.join(
                                        ", ",
                                        one.counterparts().stream()
                                                .map(other -> names.getOrDefault(other, "—"))
                                                .toList())));
            }
        }
        return all;
    }

    @Permitted("person.edit")
    @GetMapping("/s/{org}/people/new")
    String blank(@RequestParam(defaultValue = "MENTEE") Side side, Model model, Locale locale) {
        model.addAttribute("form", PersonForm.empty(side));
        return form(model, locale);
    }

    private String form(Model model, Locale locale) {
        model.addAttribute("categories", options.categories(locale));
        return "participants/person-form";
    }

    @Permitted("person.edit")
    @PostMapping("/s/{org}/people")
    String register(
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        insistOnOurForm(form);
        form.examine(faults, LocalDate.now(clock));
        if (faults.hasErrors()) {
            return form(model, locale);
        }
        var result = registration.register(new Registrant(form.card(), form.wish()));
        redirect.addFlashAttribute(
                "banner",
                result.outcome() == Outcome.CREATED
                        ? "participants.banner.registered"
                        : "participants.banner.known");
        return toCard(result.person());
    }

    private static String toCard(PersonId person) {
        return "redirect:" + CurrentScope.get().path() + "/people/" + person.value();
    }

    @Permitted("person.edit")
    @Reads(value = "person.seen", object = "person", id = "id")
    @GetMapping("/s/{org}/people/{id}/edit")
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        var person = registers.person(new PersonId(id));
        var side = person.mentee().isPresent() ? Side.MENTEE : Side.MENTOR;
        model.addAttribute("form", PersonForm.of(person, side));
        model.addAttribute("id", id);
        return form(model, locale);
    }

    @Permitted("person.edit")
    @PostMapping("/s/{org}/people/{id}")
    String correct(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        insistOnOurForm(form);
        form.examine(faults, LocalDate.now(clock));
        if (faults.hasErrors()) {
            model.addAttribute("id", id);
            return form(model, locale);
        }
        try {
            registration.rewrite(new PersonId(id), form.version(), form.card(), form.wish());
        } catch (AlreadyRegistered twin) {
            faults.rejectValue("surname", "participants.fault.twin");
            model.addAttribute("id", id);
            return form(model, locale);
        }
        redirect.addFlashAttribute("banner", "participants.banner.corrected");
        return toCard(new PersonId(id));
    }

    @Permitted("mentor.clear")
    @PostMapping("/s/{org}/people/{id}/training")
    String train(
            @PathVariable UUID id,
            @Valid @ModelAttribute("training") TrainingForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        form.examine(faults, LocalDate.now(clock));
        if (faults.hasErrors()) {
            show(new PersonId(id), model);
            return "participants/person";
        }
        if (form.trainedOn() != null) {
            clearance.train(new PersonId(id), form.trainedOn(), form.note());
        } else if (form.waiver() != null) {
            clearance.waiveTraining(new PersonId(id), form.waiver());
        }
        redirect.addFlashAttribute("banner", "participants.banner.trained");
        return toCard(new PersonId(id));
    }

    @Permitted("mentor.clear")
    @PostMapping("/s/{org}/people/{id}/check")
    String check(
            @PathVariable UUID id,
            @Valid @ModelAttribute("check") CheckForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        form.examine(faults, LocalDate.now(clock));
        if (faults.hasErrors() || form.document() == null || form.issuedOn() == null) {
            show(new PersonId(id), model);
            return "participants/person";
        }
        clearance.check(new PersonId(id), form.document(), form.issuedOn(), form.validTo());
        redirect.addFlashAttribute("banner", "participants.banner.checked");
        return toCard(new PersonId(id));
    }

    @Permitted("mentor.waive-check")
    @PostMapping("/s/{org}/people/{id}/check-waiver")
    String waive(
            @PathVariable UUID id,
            @Valid @ModelAttribute("checkWaiver") CheckWaiverForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes redirect) {
        if (faults.hasErrors()) {
            show(new PersonId(id), model);
            return "participants/person";
        }
        clearance.waiveCheck(new PersonId(id), form.reason());
        redirect.addFlashAttribute("banner", "participants.banner.check-waived");
        return toCard(new PersonId(id));
    }

    /** The page always sends the side and all fields; who leaves them out has not used it. */
    private static void insistOnOurForm(PersonForm form) {
        if (form.side() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
