package ru.mentoring.programs.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
import ru.mentoring.programs.domain.Confirming;
import ru.mentoring.programs.domain.Ending;
import ru.mentoring.programs.domain.Holding;
import ru.mentoring.programs.domain.MeetingFormat;
import ru.mentoring.programs.domain.MeetingRecord;
import ru.mentoring.programs.domain.Mentoring;
import ru.mentoring.programs.domain.MentorshipQueries;
import ru.mentoring.programs.domain.MentorshipQueries.Detail;
import ru.mentoring.programs.domain.MentorshipQueries.Part;
import ru.mentoring.programs.domain.Planning;
import ru.mentoring.programs.domain.SigningOrder;
import ru.mentoring.shared.pages.TrackStep;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Reads;

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

        MeetingRecord record(Answers answers) {
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
                    asks ? answers.menteesContinue(menteesContinue) : null,
                    asks ? answers.leaving() : Set.of(),
                    trialSkippedBecause);
        }
    }

    /**
     * What each mentee of a group has answered; in a pair there is one answer, in the form itself.
     *
     * @param given the answers by mentee, null where there is none yet
     */
    record Answers(Map<PersonId, @Nullable Boolean> given) {

        private static final String PREFIX = "continues-";

        static Answers read(Detail pair, Map<String, String> sent) {
            var given = new LinkedHashMap<PersonId, @Nullable Boolean>();
            if (pair.mentees().size() > 1) {
                for (var part : pair.mentees()) {
                    var word = sent.getOrDefault(PREFIX + part.person().value(), "");
                    given.put(part.person(), answer(word));
                }
            }
            return new Answers(given);
        }

        /** Anything but a clear word is no answer yet: a no ends somebody's part in the group. */
        private static @Nullable Boolean answer(String word) {
            return switch (word) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default -> null;
            };
        }

        /** Says whether a mentee has given that answer. */
        public boolean is(PersonId person, String word) {
            return word.equals(String.valueOf(given.get(person)));
        }

        /** Says whether that mentee's answer is the first to look at: the first missing, if any. */
        public boolean leadsTo(PersonId person) {
            return given.keySet().stream()
                    .filter(one -> given.get(one) == null)
                    .findFirst()
                    .orElseGet(() -> given.keySet().iterator().next())
                    .equals(person);
        }

        /** Returns the mentees of a group who have not answered. */
        private List<PersonId> silent() {
            return given.keySet().stream().filter(one -> given.get(one) == null).toList();
        }

        private @Nullable Boolean menteesContinue(@Nullable Boolean single) {
            if (given.isEmpty()) {
                return single;
            }
            return given.containsValue(null) ? null : given.containsValue(true);
        }

        private Set<PersonId> leaving() {
            return given.containsValue(true)
                    ? given.entrySet().stream()
                            .filter(answer -> Boolean.FALSE.equals(answer.getValue()))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet())
                    : Set.of();
        }
    }

    /** A meeting that is to take place; named apart from the form of a meeting on the same page. */
    record PlanForm(
            @NotNull Long seen,
            @NotNull MeetingType kind,
            @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate plannedOn,
            @NotNull MeetingFormat manner,
            @Nullable @Size(max = 200) String where) {}

    /** Why it ends, and when. */
    record EndForm(
            @NotNull Long version,
            @NotNull EndReason reason,
            @NotNull @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate on,
            @Nullable @Size(max = 1000) String note) {}

    @Permitted("mentorship.view")
    @Reads(value = "mentorship.seen", object = "mentorship", id = "id")
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
        if (!model.containsAttribute("confirmation")) {
            model.addAttribute(
                    "confirmation",
                    new ConfirmationForm(
                            pair.mentor().person().value(),
                            Confirmation.Voice.PERSON,
                            Confirmation.How.IN_PERSON,
                            today));
        }
        if (!model.containsAttribute("given")) {
            model.addAttribute("given", Answers.read(pair, Map.of()));
        }
        if (!model.containsAttribute("order")) {
            model.addAttribute("order", new OrderForm(null, null, null));
        }
        if (!model.containsAttribute("plan")) {
            model.addAttribute(
                    "plan",
                    new PlanForm(
                            pair.version(),
                            firstOf(pair),
                            today.plusWeeks(1),
                            MeetingFormat.IN_PERSON,
                            null));
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
        var whose = new MentorshipId(id);
        if (faults.hasErrors()) {
            return askAgain(whose, faults, model, locale);
        }
        return switch (mentoring.confirm(
                whose,
                new PersonId(form.person()),
                new Confirmation(form.voice(), form.how(), form.on()))) {
            case Confirming.Confirmed() -> {
                redirect.addFlashAttribute("banner", "programs.banner.confirmed");
                yield to(whose);
            }
            case Confirming.Refused(var reason) -> {
                switch (reason) {
                    case IN_FUTURE -> faults.rejectValue("on", "programs.fault.in-future");
                    case TOO_EARLY -> faults.rejectValue("on", "programs.confirming.TOO_EARLY");
                    case NOT_PROPOSED, NO_PART, ALREADY_CONFIRMED, NO_REPRESENTATIVE ->
                            faults.reject("programs.confirming." + reason);
                }
                yield askAgain(whose, faults, model, locale);
            }
        };
    }

    /** Shows the confirmations again, with what was typed in the one that was refused. */
    private String askAgain(MentorshipId id, BindingResult faults, Model model, Locale locale) {
        model.addAttribute(
                "refused", "" + faults.getFieldValue("person") + faults.getFieldValue("voice"));
        model.addAttribute("refusedHow", String.valueOf(faults.getFieldValue("how")));
        return showAgain("programs.confirmation", id, model, locale);
    }

    /** Shows the page again with the problems of one of its forms, told under that form's names. */
    private String showAgain(String labels, MentorshipId id, Model model, Locale locale) {
        model.addAttribute("labels", labels);
        return show(id, model, locale);
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
            return showAgain("programs.order", whose, model, locale);
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
                yield showAgain("programs.order", whose, model, locale);
            }
        };
    }

    private void refuse(
            BindingResult faults, Obstacle obstacle, Map<PersonId, String> names, Locale locale) {
        var told = this.words.of(obstacle, names, locale);
        var words = new Object[] {StringUtils.capitalize(told)};
        switch (obstacle.reason()) {
            case ORDER_MISSING ->
                    faults.rejectValue("number", "programs.refused", words, "ORDER_MISSING");
            case ORDER_IN_FUTURE, ORDER_TOO_EARLY ->
                    faults.rejectValue("date", "programs.refused", words, obstacle.reason().name());
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
            @RequestParam Map<String, String> sent,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        var whose = new MentorshipId(id);
        var given = Answers.read(mentorships.detail(whose), sent);
        model.addAttribute("given", given);
        if (faults.hasErrors()) {
            return showAgain("programs.meetings", whose, model, locale);
        }
        Holding answer;
        try {
            answer = mentoring.hold(whose, form.version(), form.record(given));
        } catch (OptimisticLockingFailureException changed) {
            faults.reject(stale(whose, "programs.stale.meeting"));
            return showAgain("programs.meetings", whose, model, locale);
        }
        return switch (answer) {
            case Holding.Held(var over, var left) -> {
                redirect.addFlashAttribute(
                        "banner",
                        over
                                ? "programs.banner.over"
                                : left > 0 ? "programs.banner.left" : "programs.banner.held");
                yield to(whose);
            }
            case Holding.Refused(var reason) -> {
                refuse(faults, reason, given);
                yield showAgain("programs.meetings", whose, model, locale);
            }
        };
    }

    /**
     * Says why somebody who sent a page that was out of date has to look again; what they wrote
     * stays in the form as long as there is still a form to write it in.
     */
    private String stale(MentorshipId id, String form) {
        return switch (mentorships.detail(id).state()) {
            case STARTED -> form;
            case PROPOSED, COMPLETED, DISSOLVED -> "programs.stale.over";
        };
    }

    private void refuse(BindingResult faults, Holding.Reason reason, Answers given) {
        var what = "programs.holding." + reason;
        switch (reason) {
            case NOT_STARTED, OUT_OF_ORDER -> faults.rejectValue("type", what);
            case SKIP_REASON_MISSING -> faults.rejectValue("trialSkippedBecause", what);
            case IN_FUTURE, BEFORE_START, BEFORE_PREVIOUS -> faults.rejectValue("heldOn", what);
            case ANSWER_MISSING -> {
                if (faults.getFieldValue("mentorContinues") == null) {
                    faults.rejectValue("mentorContinues", what);
                }
                if (given.given().isEmpty() && faults.getFieldValue("menteesContinue") == null) {
                    faults.rejectValue("menteesContinue", what);
                }
                var names = mentorships.names(given.silent());
                for (var mentee : given.silent()) {
                    var name = new Object[] {names.getOrDefault(mentee, "—")};
                    faults.rejectValue(
                            "menteesContinue", "programs.unanswered", name, reason.name());
                }
            }
        }
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
        if (faults.hasErrors()) {
            return showAgain("programs.plan", whose, model, locale);
        }
        Planning answer;
        try {
            answer =
                    mentoring.plan(
                            whose,
                            form.seen(),
                            form.kind(),
                            form.plannedOn(),
                            form.manner(),
                            form.where());
        } catch (OptimisticLockingFailureException changed) {
            faults.reject(stale(whose, "programs.stale.plan"));
            return showAgain("programs.plan", whose, model, locale);
        }
        return switch (answer) {
            case Planning.Planned _ -> {
                redirect.addFlashAttribute("banner", "programs.banner.planned");
                yield to(whose);
            }
            case Planning.Refused(var reason) -> {
                switch (reason) {
                    case NOT_STARTED -> faults.reject("programs.planning.NOT_STARTED");
                    case OUT_OF_ORDER ->
                            faults.rejectValue("kind", "programs.planning.OUT_OF_ORDER");
                    case IN_PAST, TOO_LATE ->
                            faults.rejectValue("plannedOn", "programs.planning." + reason);
                }
                yield showAgain("programs.plan", whose, model, locale);
            }
        };
    }

    @Permitted("meeting.record")
    @PostMapping("/s/{org}/pairs/{id}/meetings/{meeting}/cancel")
    String cancel(@PathVariable UUID id, @PathVariable UUID meeting, RedirectAttributes redirect) {
        boolean cancelled = mentoring.cancel(new MentorshipId(id), new MeetingId(meeting));
        redirect.addFlashAttribute(
                "banner",
                cancelled ? "programs.banner.cancelled" : "programs.banner.not-cancelled");
        return to(new MentorshipId(id));
    }

    @Permitted("mentorship.form")
    @Reads(value = "mentorship.seen", object = "mentorship", id = "id")
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
        Ending answer;
        try {
            answer = mentoring.end(whose, form.version(), form.reason(), form.on(), form.note());
        } catch (OptimisticLockingFailureException changed) {
            faults.reject("programs.stale.end");
            return ending(mentorships.detail(whose), model, locale);
        }
        return switch (answer) {
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
