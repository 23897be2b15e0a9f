package ru.mentoring.programs.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.participants.CandidateSearch;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.EntryState;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Registers;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.Standing;
import ru.mentoring.programs.Form;
import ru.mentoring.programs.Obstacle;
import ru.mentoring.programs.Obstacle.Reason;
import ru.mentoring.programs.domain.Admission.Admitted;
import ru.mentoring.programs.domain.Admission.Refused;
import ru.mentoring.programs.domain.Mentoring;
import ru.mentoring.programs.domain.MentorshipQueries;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Reads;

/** Forms a pair or a group by hand: who, with whom, and what stands in the way. */
@Controller
@Permitted("mentorship.form")
class FormationController {

    private static final int SHOWN = 30;

    /** More than a large school has in one form, so that whoever is free is found among them. */
    private static final int LOOKED_AT = 2_000;

    private final Registers registers;
    private final Mentoring mentoring;
    private final MentorshipQueries mentorships;
    private final Words words;
    private final Clock clock;

    FormationController(
            Registers registers,
            Mentoring mentoring,
            MentorshipQueries mentorships,
            Words words,
            Clock clock) {
        this.registers = registers;
        this.mentoring = mentoring;
        this.mentorships = mentorships;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Whom somebody wants to bring together.
     *
     * @param wanted code of the form of mentoring
     * @param mq part of a mentor's name
     * @param eq part of a mentee's name or the class
     * @param check sent when the choice is to be checked, not only looked further
     */
    record Choice(
            @Nullable String wanted,
            @Nullable UUID mentor,
            @Nullable List<UUID> mentees,
            @Nullable String mq,
            @Nullable String eq,
            @Nullable String check) {

        List<PersonId> people() {
            return mentees == null
                    ? List.of()
                    : mentees.stream().distinct().map(PersonId::new).toList();
        }

        boolean complete() {
            return mentor != null && mentees != null && !mentees.isEmpty();
        }
    }

    /**
     * Somebody to choose.
     *
     * @param lacks message keys of what is missing
     */
    record Candidate(
            UUID id, String name, int age, int free, int most, List<String> lacks, boolean chosen) {

        /** Those who are chosen come first, then those with whom a pair can be formed at once. */
        private int rank() {
            return chosen ? 0 : lacks.isEmpty() && free > 0 ? 1 : 2;
        }
    }

    /**
     * A condition of the pair.
     *
     * @param troubles what speaks against it; empty if it is met
     */
    record Gate(String key, List<String> troubles) {}

    private enum Condition {
        FIT(Reason.WRONG_CATEGORY, Reason.SAME_PERSON, Reason.NOT_IN_REGISTER, Reason.NO_MENTEE),
        CONSENT(Reason.CONSENT_MISSING),
        PARTICIPATION(Reason.REPRESENTATIVE_CONSENT_MISSING),
        TRAINING(Reason.TRAINING_MISSING),
        CHECK(Reason.SAFETY_CHECK_MISSING),
        PAPERS(Reason.MENTOR_CONSENT_MISSING),
        FREE(Reason.MENTEE_TAKEN, Reason.COUPLE_EXISTS, Reason.MENTOR_FULL);

        private final Set<Reason> reasons;

        Condition(Reason... reasons) {
            this.reasons = Set.of(reasons);
        }
    }

    @Reads("mentorship.candidates-seen")
    @GetMapping("/s/{org}/pairs/new")
    String choose(
            @ModelAttribute("choice") Choice choice,
            BindingResult faults,
            Model model,
            Locale locale) {
        if (choice.check() != null && !choice.complete()) {
            faults.reject("programs.fault.choice");
        }
        return show(choice, model, locale);
    }

    private String show(Choice choice, Model model, Locale locale) {
        var form = words.form(choice.wanted() == null ? "" : choice.wanted());
        var today = LocalDate.now(clock);
        var mentorChosen =
                choice.mentor() == null
                        ? List.<PersonId>of()
                        : List.of(new PersonId(choice.mentor()));
        var mentors = people(Side.MENTOR, form.mentors(), choice.mq(), mentorChosen, today);
        var mentees = people(Side.MENTEE, form.mentees(), choice.eq(), choice.people(), today);
        var free = mentorships.freePlaces(form, mentors.stream().map(Standing::person).toList());
        model.addAttribute("choice", choice);
        model.addAttribute("wanted", form);
        model.addAttribute("forms", words.forms(locale));
        show(
                "mentors",
                mentors.stream()
                        .map(one ->
                                candidate(
                                        one,
                                        form,
                                        free.getOrDefault(one.person(), 0),
                                        mentorChosen)),
                model);
        show(
                "mentees",
                mentees.stream().map(one -> candidate(one, form, 1, choice.people())),
                model);
        if (choice.complete()) {
            var names = new LinkedHashMap<PersonId, String>();
            mentors.forEach(one -> names.put(one.person(), one.name()));
            mentees.forEach(one -> names.put(one.person(), one.name()));
            var obstacles =
                    mentoring.obstacles(form.code(), mentorChosen.getFirst(), choice.people());
            model.addAttribute("gates", gates(form, obstacles, names, locale));
            model.addAttribute("clear", obstacles.isEmpty());
        }
        return "programs/formation";
    }

    /** Shows the first of them, and says whether there are more. */
    private static void show(String side, Stream<Candidate> candidates, Model model) {
        var all = candidates.sorted(Comparator.comparingInt(Candidate::rank)).toList();
        var shown =
                Math.max(SHOWN, Math.toIntExact(all.stream().filter(Candidate::chosen).count()));
        model.addAttribute(side, all.stream().limit(shown).toList());
        model.addAttribute(side + "More", all.size() > shown);
    }

    /** Those the search finds, after those who are chosen already. */
    private List<Standing> people(
            Side side,
            Set<Category> categories,
            @Nullable String text,
            Collection<PersonId> chosen,
            LocalDate today) {
        var all = new LinkedHashMap<PersonId, Standing>();
        if (!chosen.isEmpty()) {
            registers.standings(side, chosen, today).forEach(one -> all.put(one.person(), one));
        }
        registers
                .candidates(
                        new CandidateSearch(
                                side, categories, text == null ? "" : text, today, LOOKED_AT))
                .forEach(one -> all.putIfAbsent(one.person(), one));
        return List.copyOf(all.values());
    }

    private static Candidate candidate(
            Standing one, Form form, int free, Collection<PersonId> chosen) {
        var lacks = new ArrayList<String>();
        if (!one.registered()) {
            lacks.add("programs.lack.consent");
        }
        if (one.minor() && !one.has(ConsentKind.CN2)) {
            lacks.add("programs.lack.participation");
        }
        switch (one.side()) {
            case MENTEE -> {
                if (one.state() == EntryState.MATCHED || one.state() == EntryState.IN_PROGRAMME) {
                    lacks.add("programs.lack.taken");
                }
            }
            case MENTOR -> {
                if (!one.trained()) {
                    lacks.add("programs.lack.training");
                }
                if (one.externalAdult() && !one.cleared()) {
                    lacks.add("programs.lack.check");
                }
                if (form.papers() == Form.Papers.CONSENT_AND_ADDENDUM
                        && !one.has(ConsentKind.CN7)) {
                    lacks.add("programs.lack.papers");
                }
            }
        }
        return new Candidate(
                one.person().value(),
                one.name(),
                one.born().ageOn(one.on()),
                free,
                form.mostMentees(),
                lacks,
                chosen.contains(one.person()));
    }

    private List<Gate> gates(
            Form form, List<Obstacle> obstacles, Map<PersonId, String> names, Locale locale) {
        var gates = new ArrayList<Gate>();
        for (var condition : Condition.values()) {
            if (condition == Condition.PAPERS && form.papers() == Form.Papers.NONE) {
                continue;
            }
            gates.add(
                    new Gate(
                            "programs.gate." + condition,
                            obstacles.stream()
                                    .filter(one -> condition.reasons.contains(one.reason()))
                                    .map(one -> words.of(one, names, locale))
                                    .toList()));
        }
        return gates;
    }

    @PostMapping("/s/{org}/pairs")
    String propose(
            @ModelAttribute("choice") Choice choice,
            BindingResult faults,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        if (!choice.complete() || choice.mentor() == null) {
            faults.reject("programs.fault.choice");
            return show(choice, model, locale);
        }
        var form = words.form(choice.wanted() == null ? "" : choice.wanted());
        return switch (mentoring.propose(
                form.code(), new PersonId(choice.mentor()), choice.people())) {
            case Admitted(var id) -> {
                redirect.addFlashAttribute("banner", "programs.banner.proposed");
                yield "redirect:" + CurrentScope.get().path() + "/pairs/" + id.value();
            }
            case Refused(var obstacles) -> {
                var names =
                        mentorships.names(
                                obstacles.stream()
                                        .map(Obstacle::person)
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.toSet()));
                for (var obstacle : obstacles) {
                    faults.reject(
                            "programs.refused",
                            new Object[] {words.of(obstacle, names, locale)},
                            obstacle.reason().name());
                }
                yield show(choice, model, locale);
            }
        };
    }
}
