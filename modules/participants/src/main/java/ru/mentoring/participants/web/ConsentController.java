package ru.mentoring.participants.web;

import jakarta.validation.Valid;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import ru.mentoring.participants.ConsentId;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.NoSuchPerson;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Registers;
import ru.mentoring.participants.domain.ConsentDesk;
import ru.mentoring.participants.domain.ConsentQueries;
import ru.mentoring.participants.domain.ConsentQueries.Filter;
import ru.mentoring.participants.domain.ConsentQueries.Line;
import ru.mentoring.participants.domain.ConsentQueries.Paper;
import ru.mentoring.participants.domain.Recording;
import ru.mentoring.participants.domain.Recording.Recorded;
import ru.mentoring.participants.domain.Recording.Refused;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.shared.pages.Option;
import ru.mentoring.shared.pages.PagedRows;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Reads;
import ru.mentoring.tenancy.SeasonView;
import ru.mentoring.tenancy.Seasons;
import ru.mentoring.tenancy.Track;

/** Consents: who has given which, and what came in today. */
@Controller
class ConsentController {

    private static final int MOST = 20_000;

    private final ConsentQueries consents;
    private final ConsentDesk desk;
    private final Registers people;
    private final Seasons seasons;
    private final Options options;
    private final MessageSource messages;
    private final Clock clock;

    ConsentController(
            ConsentQueries consents,
            ConsentDesk desk,
            Registers people,
            Seasons seasons,
            Options options,
            MessageSource messages,
            Clock clock) {
        this.consents = consents;
        this.desk = desk;
        this.people = people;
        this.seasons = seasons;
        this.options = options;
        this.messages = messages;
        this.clock = clock;
    }

    /** What part of the list somebody wants to see. */
    record ConsentFilter(
            @Nullable ConsentKind kind,
            @Nullable String status,
            @Nullable String q,
            @Nullable String className) {

        ConsentKind wanted() {
            return kind == null ? ConsentKind.CN1 : kind;
        }

        Filter filter() {
            return new Filter(wanted(), text(status), text(q), text(className));
        }

        /** Says whether anything is left out. */
        public boolean active() {
            return !(text(status) + text(q) + text(className)).isBlank();
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    /** Somebody whose paper could not be taken, with the reason. */
    record Trouble(UUID person, String name, Recording.Reason reason) implements Serializable {}

    @Permitted("consent.view")
    @Reads("consent.list-seen")
    @GetMapping("/s/{org}/consents")
    String list(
            @ModelAttribute("filter") ConsentFilter filter,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            Locale locale) {
        model.addAttribute(
                "form", ConsentForm.empty(filter.wanted(), LocalDate.now(clock), endOfSeason()));
        return show(filter, page, model, locale);
    }

    /** A consent holds until the school year is over, unless the paper says otherwise. */
    private @Nullable LocalDate endOfSeason() {
        return seasons.all(Track.LEARNERS).stream()
                .filter(SeasonView::active)
                .map(SeasonView::endsOn)
                .findFirst()
                .orElse(null);
    }

    private String show(ConsentFilter filter, String page, Model model, Locale locale) {
        var part =
                PagedRows.read(
                        page,
                        Line::total,
                        (offset, limit) -> consents.lines(filter.filter(), offset, limit));
        model.addAttribute("filter", filter);
        model.addAttribute("kind", filter.wanted());
        model.addAttribute("paging", part.paging());
        model.addAttribute("lines", part.rows());
        model.addAttribute(
                "asked", part.rows().isEmpty() ? 0 : part.rows().getFirst().totalAsked());
        model.addAttribute("coverage", consents.coverage());
        model.addAttribute("statuses", statuses(locale));
        model.addAttribute("classes", options.classes());
        model.addAttribute("signers", signers(locale));
        model.addAttribute("filtered", filter.active());
        model.addAttribute("mayRecord", CurrentScope.get().may("consent.record"));
        return "participants/consents";
    }

    private List<Option> statuses(Locale locale) {
        return List.of("missing", "valid", "half", "expired").stream()
                .map(name ->
                        new Option(
                                name,
                                messages.getMessage(
                                        "participants.consents.status." + name, null, locale)))
                .toList();
    }

    private List<Option> signers(Locale locale) {
        return Arrays.stream(Signer.values())
                .map(signer ->
                        new Option(
                                signer.name(),
                                messages.getMessage("participants.signer." + signer, null, locale)))
                .toList();
    }

    @Permitted("consent.record")
    @PostMapping("/s/{org}/consents")
    String record(
            @Valid @ModelAttribute("form") ConsentForm form,
            BindingResult faults,
            @ModelAttribute("filter") ConsentFilter filter,
            BindingResult unfiltered,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        form.examine(faults, LocalDate.now(clock));
        if (faults.hasErrors()) {
            return show(filter, page, model, locale);
        }
        var results = desk.record(chosen(form, filter), form.sheet());
        long recorded = results.stream().filter(Recorded.class::isInstance).count();
        redirect.addFlashAttribute(
                "banner", List.of("participants.banner.consents", recorded, results.size()));
        redirect.addFlashAttribute("troubles", troubles(results));
        redirect.addFlashAttribute("reasons", reasons(results));
        redirect.addAttribute("kind", form.kind());
        if (!filter.filter().status().isEmpty()) {
            redirect.addAttribute("status", filter.filter().status());
        }
        return "redirect:" + CurrentScope.get().path() + "/consents";
    }

    private List<PersonId> chosen(ConsentForm form, ConsentFilter filter) {
        if (form.wantsEverybody()) {
            return consents.lines(filter.filter(), 0, MOST).stream()
                    .filter(Line::asked)
                    .map(line -> new PersonId(line.person()))
                    .toList();
        }
        return Objects.requireNonNullElse(form.people(), List.<UUID>of()).stream()
                .map(PersonId::new)
                .toList();
    }

    private List<Trouble> troubles(List<Recording> results) {
        var refused =
                results.stream()
                        .filter(Refused.class::isInstance)
                        .map(Refused.class::cast)
                        .limit(50)
                        .toList();
        var names = people.names(refused.stream().map(Refused::person).toList());
        return refused.stream()
                .map(one ->
                        new Trouble(
                                one.person().value(),
                                names.getOrDefault(one.person(), "—"),
                                one.reason()))
                .toList();
    }

    private static Map<Recording.Reason, Long> reasons(List<Recording> results) {
        var counted = new EnumMap<Recording.Reason, Long>(Recording.Reason.class);
        for (var result : results) {
            if (result instanceof Refused(var _, var reason)) {
                counted.merge(reason, 1L, Long::sum);
            }
        }
        return counted;
    }

    @Permitted("consent.record")
    @Reads(value = "consent.seen", object = "consent", id = "id")
    @GetMapping("/s/{org}/people/{person}/consents/{id}/withdrawal")
    String askBeforeWithdrawal(@PathVariable UUID person, @PathVariable UUID id, Model model) {
        var whose = new PersonId(person);
        model.addAttribute("paper", paper(whose, id));
        model.addAttribute("person", person);
        model.addAttribute("name", people.names(List.of(whose)).getOrDefault(whose, "—"));
        return "participants/withdrawal";
    }

    private Paper paper(PersonId whose, UUID id) {
        return consents.papers(whose).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchPerson(whose));
    }

    @Permitted("consent.record")
    @PostMapping("/s/{org}/people/{person}/consents/{id}/withdrawal")
    String withdraw(@PathVariable UUID person, @PathVariable UUID id, RedirectAttributes redirect) {
        var whose = desk.withdraw(new ConsentId(paper(new PersonId(person), id).id()));
        redirect.addFlashAttribute("banner", "participants.banner.withdrawn");
        return "redirect:" + CurrentScope.get().path() + "/people/" + whose.value();
    }
}
