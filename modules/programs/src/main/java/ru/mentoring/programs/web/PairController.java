package ru.mentoring.programs.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.participants.PersonId;
import ru.mentoring.programs.EndReason;
import ru.mentoring.programs.Form;
import ru.mentoring.programs.MeetingId;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.programs.MentorshipId;
import ru.mentoring.programs.MentorshipState;
import ru.mentoring.programs.Obstacle;
import ru.mentoring.programs.domain.Admission.Admitted;
import ru.mentoring.programs.domain.Admission.Refused;
import ru.mentoring.programs.domain.Confirmation;
import ru.mentoring.programs.domain.Ending;
import ru.mentoring.programs.domain.Holding;
import ru.mentoring.programs.domain.MeetingFormat;
import ru.mentoring.programs.domain.MeetingRecord;
import ru.mentoring.programs.domain.Mentoring;
import ru.mentoring.programs.domain.MentorshipQueries;
import ru.mentoring.programs.domain.MentorshipQueries.Detail;
import ru.mentoring.programs.domain.MentorshipQueries.Part;
import ru.mentoring.programs.domain.SigningOrder;
import ru.mentoring.shared.pages.TrackStep;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;

/** One pair or group: confirmations, the order, the meetings, the end. */
@Controller
class PairController {

    private final MentorshipQueries mentorships;
    private final Mentoring mentoring;
    private final Words words;
    private final MessageSource messages;
    private final Clock clock;

    PairController(
            MentorshipQueries mentorships,
            Mentoring mentoring,
            Words words,
            MessageSource messages,
            Clock clock) {
        this.mentorships = mentorships;
        this.mentoring = mentoring;
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** Who agreed, how and when. */
    record ConfirmationForm(
            @NotNull UUID person,
            Confirmation.@NotNull Voice voice,
            Confirmation.@NotNull How how,
            @NotNull @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate on) {}

    /** The order of the school. */
    record OrderForm(
            @Nullable @Size(max = 50) String number,
            @Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate date,
            @Nullable @Size(max = 100) String addendum) {}

    /** A meeting that has taken place. */
    record MeetingForm(
            @NotNull Long version,
            @NotNull MeetingType type,
            @NotNull @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate heldOn,
            @NotNull @Range(min = 5, max = 600) Integer minutes,
            @NotNull MeetingFormat format,
            @Nullable @Size(max = 200) String place,
            @NotBlank @Size(max = 500) String topic,
            @NotBlank @Size(max = 2000) String result,
            @Nullable @Size(max = 1000) String agreement,
            @Nullable Boolean mentorContinues,
            @Nullable Boolean menteesContinue,
            @Nullable @Size(max = 500) String trialSkippedBecause) {

        MeetingRecord record() {
            boolean asks = type.asksWhetherToContinue();
            return new MeetingRecord(
                    type,
                    heldOn,
                    minutes,
                    format,
                    place,
                    topic,
                    result,
                    agreement,
                    asks ? mentorContinues : null,
                    asks ? menteesContinue : null,
                    trialSkippedBecause);
        }
    }

    /** A meeting that is to take place. */
    record PlanForm(
            @NotNull MeetingType type,
            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @NotNull MeetingFormat format,
            @Nullable @Size(max = 200) String place) {}

    /** Why it ends, and when. */
    record EndForm(
            @NotNull Long version,
            @NotNull EndReason reason,
            @NotNull @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate on,
            @Nullable @Size(max = 1000) String note) {}

    @Permitted("mentorship.view")
    @GetMapping("/s/{org}/pairs/{id}")
    String open(@PathVariable UUID id, Model model, Locale locale) {
        return show(new MentorshipId(id), model, locale);
    }

    private String show(MentorshipId id, Model model, Locale locale) {
        var pair = mentorships.detail(id);
        var names = mentorships.names(pair.parts().stream().map(Part::person).toList());
        var today = LocalDate.now(clock);
        model.addAttribute("pair", pair);
        model.addAttribute("names", names);
        model.addAttribute("heading", title(pair, names));
        model.addAttribute("steps", steps(pair, locale));
        model.addAttribute("mayForm", CurrentScope.get().may("mentorship.form"));
        model.addAttribute("mayMeet", CurrentScope.get().may("meeting.record"));
        model.addAttribute("hows", words.named("programs.how.", Confirmation.How.values(), locale));
        model.addAttribute("types", words.named("programs.meeting.", next(pair), locale));
        model.addAttribute(
                "formats", words.named("programs.format.", MeetingFormat.values(), locale));
        model.addAttribute("answers", words.answers(locale));
        model.addAttribute("today", today);
        model.addAttribute("addendum", pair.form().papers() != Form.Papers.NONE);
        model.addAttribute(
                "asks", pair.next().stream().anyMatch(MeetingType::asksWhetherToContinue));
        model.addAttribute("skippable", pair.next().contains(MeetingType.TRIAL));
        if (pair.state() == MentorshipState.PROPOSED) {
            model.addAttribute(
                    "obstacles",
                    mentoring.standing(id).stream()
                            .map(one -> words.of(one, names, locale))
                            .toList());
        }
        if (!model.containsAttribute("order")) {
            model.addAttribute("order", new OrderForm(null, null, null));
        }
        if (!model.containsAttribute("plan")) {
            model.addAttribute(
                    "plan",
                    new PlanForm(firstOf(pair), today.plusWeeks(1), MeetingFormat.IN_PERSON, null));
        }
        if (!model.containsAttribute("meeting")) {
            model.addAttribute(
                    "meeting",
                    new MeetingForm(
                            pair.version(),
                            firstOf(pair),
                            today,
                            45,
                            MeetingFormat.IN_PERSON,
                            null,
                            "",
                            "",
                            null,
                            null,
                            null,
                            null));
        }
        return "programs/pair";
    }

    private static MeetingType[] next(Detail pair) {
        return pair.next().toArray(MeetingType[]::new);
    }

    private static MeetingType firstOf(Detail pair) {
        return pair.next().stream().findFirst().orElse(MeetingType.REGULAR);
    }

    private static String title(Detail pair, Map<PersonId, String> names) {
        var mentees =
                String.join(
                        ", ",
                        pair.mentees().stream()
                                .map(part -> names.getOrDefault(part.person(), "—"))
                                .toList());
        return names.getOrDefault(pair.mentor().person(), "—") + " — " + mentees;
    }

    private List<TrackStep> steps(Detail pair, Locale locale) {
        boolean over =
                switch (pair.state()) {
                    case PROPOSED, STARTED -> false;
                    case COMPLETED, DISSOLVED -> true;
                };
        boolean confirmed = pair.parts().stream().filter(Part::open).allMatch(Part::confirmed);
        boolean started = pair.startedOn() != null;
        var steps = new ArrayList<TrackStep>();
        steps.add(step("proposed", TrackStep.State.DONE, locale));
        steps.add(
                step(
                        "confirmed",
                        started || confirmed && !over
                                ? TrackStep.State.DONE
                                : over ? TrackStep.State.AHEAD : TrackStep.State.CURRENT,
                        locale));
        steps.add(
                step(
                        "order",
                        started
                                ? TrackStep.State.DONE
                                : confirmed && !over
                                        ? TrackStep.State.CURRENT
                                        : TrackStep.State.AHEAD,
                        locale));
        steps.add(
                step(
                        "meetings",
                        started && over
                                ? TrackStep.State.DONE
                                : started ? TrackStep.State.CURRENT : TrackStep.State.AHEAD,
                        locale));
        steps.add(step("end", over ? TrackStep.State.CURRENT : TrackStep.State.AHEAD, locale));
        return steps;
    }

    private TrackStep step(String name, TrackStep.State state, Locale locale) {
        return new TrackStep(messages.getMessage("programs.step." + name, null, locale), "", state);
    }

    private static String to(MentorshipId id) {
        return "redirect:" + CurrentScope.get().path() + "/pairs/" + id.value();
    }

    @Permitted("mentorship.form")
    @PostMapping("/s/{org}/pairs/{id}/confirmations")
    String confirm(
            @PathVariable UUID id,
            @Valid @ModelAttribute("confirmation") ConfirmationForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        if (!faults.hasErrors() && form.on().isAfter(LocalDate.now(clock))) {
            faults.rejectValue("on", "programs.fault.in-future");
        }
        if (faults.hasErrors()) {
            return show(new MentorshipId(id), model, locale);
        }
        mentoring.confirm(
                new MentorshipId(id),
                new PersonId(form.person()),
                new Confirmation(form.voice(), form.how(), form.on()));
        redirect.addFlashAttribute("banner", "programs.banner.confirmed");
        return to(new MentorshipId(id));
    }

    @Permitted("mentorship.form")
    @PostMapping("/s/{org}/pairs/{id}/order")
    String start(
            @PathVariable UUID id,
            @Valid @ModelAttribute("order") OrderForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var whose = new MentorshipId(id);
        if (faults.hasErrors()) {
            return show(whose, model, locale);
        }
        var order = new SigningOrder(form.number(), form.date(), form.addendum());
        return switch (mentoring.start(whose, order)) {
            case Admitted _ -> {
                redirect.addFlashAttribute("banner", "programs.banner.started");
                yield to(whose);
            }
            case Refused(var obstacles) -> {
                var names =
                        mentorships.names(
                                mentorships.detail(whose).parts().stream()
                                        .map(Part::person)
                                        .toList());
                for (var obstacle : obstacles) {
                    refuse(faults, obstacle, names, locale);
                }
                yield show(whose, model, locale);
            }
        };
    }

    private void refuse(
            BindingResult faults, Obstacle obstacle, Map<PersonId, String> names, Locale locale) {
        var words = new Object[] {this.words.of(obstacle, names, locale)};
        switch (obstacle.reason()) {
            case ORDER_MISSING ->
                    faults.rejectValue("number", "programs.refused", words, "ORDER_MISSING");
            case ORDER_IN_FUTURE ->
                    faults.rejectValue("date", "programs.refused", words, "ORDER_IN_FUTURE");
            case ADDENDUM_MISSING ->
                    faults.rejectValue("addendum", "programs.refused", words, "ADDENDUM_MISSING");
            default -> faults.reject("programs.refused", words, obstacle.reason().name());
        }
    }

    @Permitted("meeting.record")
    @PostMapping("/s/{org}/pairs/{id}/meetings")
    String hold(
            @PathVariable UUID id,
            @Valid @ModelAttribute("meeting") MeetingForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var whose = new MentorshipId(id);
        if (faults.hasErrors()) {
            return show(whose, model, locale);
        }
        return switch (mentoring.hold(whose, form.version(), form.record())) {
            case Holding.Held(var over) -> {
                redirect.addFlashAttribute(
                        "banner", over ? "programs.banner.over" : "programs.banner.held");
                yield to(whose);
            }
            case Holding.Refused(var reason) -> {
                faults.rejectValue(field(reason), "programs.holding." + reason);
                yield show(whose, model, locale);
            }
        };
    }

    private static String field(Holding.Reason reason) {
        return switch (reason) {
            case NOT_STARTED, OUT_OF_ORDER -> "type";
            case SKIP_REASON_MISSING -> "trialSkippedBecause";
            case IN_FUTURE, BEFORE_START, BEFORE_PREVIOUS -> "heldOn";
            case ANSWER_MISSING -> "mentorContinues";
        };
    }

    @Permitted("meeting.record")
    @PostMapping("/s/{org}/pairs/{id}/meetings/plan")
    String plan(
            @PathVariable UUID id,
            @Valid @ModelAttribute("plan") PlanForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var whose = new MentorshipId(id);
        if (!faults.hasErrors() && !mentorships.detail(whose).next().contains(form.type())) {
            faults.rejectValue("type", "programs.holding.OUT_OF_ORDER");
        }
        if (faults.hasErrors()) {
            return show(whose, model, locale);
        }
        mentoring.plan(whose, form.type(), form.on(), form.format(), form.place());
        redirect.addFlashAttribute("banner", "programs.banner.planned");
        return to(whose);
    }

    @Permitted("meeting.record")
    @PostMapping("/s/{org}/pairs/{id}/meetings/{meeting}/cancel")
    String cancel(@PathVariable UUID id, @PathVariable UUID meeting, RedirectAttributes redirect) {
        mentoring.cancel(new MentorshipId(id), new MeetingId(meeting));
        redirect.addFlashAttribute("banner", "programs.banner.cancelled");
        return to(new MentorshipId(id));
    }

    @Permitted("mentorship.form")
    @GetMapping("/s/{org}/pairs/{id}/end")
    String askHowItEnds(@PathVariable UUID id, Model model, Locale locale) {
        var pair = mentorships.detail(new MentorshipId(id));
        var completed =
                pair.meetings().stream()
                        .anyMatch(talk ->
                                talk.type() == MeetingType.FINAL && talk.state().equals("HELD"));
        model.addAttribute(
                "form",
                new EndForm(
                        pair.version(),
                        completed ? EndReason.COMPLETED_PLAN : EndReason.MUTUAL_WISH,
                        LocalDate.now(clock),
                        null));
        return ending(pair, model, locale);
    }

    private String ending(Detail pair, Model model, Locale locale) {
        var names = mentorships.names(pair.parts().stream().map(Part::person).toList());
        model.addAttribute("pair", pair);
        model.addAttribute("heading", title(pair, names));
        model.addAttribute(
                "reasons",
                words.named("programs.end-reason.", EndReason.values(), locale).stream()
                        .filter(option -> !option.value().equals("CONSENT_WITHDRAWN"))
                        .toList());
        return "programs/ending";
    }

    @Permitted("mentorship.form")
    @PostMapping("/s/{org}/pairs/{id}/end")
    String end(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var whose = new MentorshipId(id);
        if (faults.hasErrors()) {
            return ending(mentorships.detail(whose), model, locale);
        }
        return switch (mentoring.end(
                whose, form.version(), form.reason(), form.on(), form.note())) {
            case Ending.Ended() -> {
                redirect.addFlashAttribute("banner", "programs.banner.ended");
                yield to(whose);
            }
            case Ending.Refused(var reason) -> {
                faults.rejectValue(field(reason), "programs.ending." + reason);
                yield ending(mentorships.detail(whose), model, locale);
            }
        };
    }

    private static String field(Ending.Reason reason) {
        return switch (reason) {
            case ALREADY_ENDED, FINAL_MEETING_MISSING, NOT_BY_HAND -> "reason";
            case BEFORE_LAST_MEETING, IN_FUTURE -> "on";
            case NOTE_MISSING -> "note";
        };
    }
}
