package ru.mentoring.programs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.participants.CandidateSearch;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Registers;
import ru.mentoring.participants.Side;
import ru.mentoring.programs.Form;
import ru.mentoring.programs.domain.Admission.Admitted;
import ru.mentoring.programs.domain.Admission.Refused;
import ru.mentoring.programs.domain.Forms;
import ru.mentoring.programs.domain.Mentoring;
import ru.mentoring.programs.domain.MentorshipQueries;
import ru.mentoring.programs.domain.MentorshipQueries.Filter;
import ru.mentoring.programs.domain.MentorshipQueries.Line;
import ru.mentoring.shared.pages.Paging;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;

/** The pairs and groups of a school, and how a new one is proposed. */
@Controller
class PairController {

    /** How many people a list to choose from offers; a search narrows it. */
    private static final int CANDIDATES = 100;

    private final MentorshipQueries queries;
    private final Mentoring mentoring;
    private final Forms forms;
    private final Registers registers;
    private final Clock clock;

    PairController(
            MentorshipQueries queries,
            Mentoring mentoring,
            Forms forms,
            Registers registers,
            Clock clock) {
        this.queries = queries;
        this.mentoring = mentoring;
        this.forms = forms;
        this.registers = registers;
        this.clock = clock;
    }

    @Permitted("mentorship.view")
    @GetMapping("/s/{org}/pairs")
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var wanted = Math.max(1, page);
        var lines =
                queries.lines(
                        new Filter(state, form, ""),
                        (wanted - 1) * Paging.USUAL_SIZE,
                        Paging.USUAL_SIZE);
        model.addAttribute("lines", lines);
        model.addAttribute("names", queries.names(people(lines)));
        model.addAttribute("count", queries.count());
        model.addAttribute(
                "paging", Paging.of(wanted, lines.isEmpty() ? 0 : lines.getFirst().total()));
        model.addAttribute("forms", forms.all());
        model.addAttribute("state", state);
        model.addAttribute("form", form);
        model.addAttribute("mayForm", CurrentScope.get().may("mentorship.form"));
        return "programs/pairs";
    }

    /**
     * Shows whom one may choose from and, once somebody is chosen, what stands in the way before
     * anything is sent.
     */
    @Permitted("mentorship.form")
    @GetMapping("/s/{org}/pairs/new")
    String choose(
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String mentorText,
            @RequestParam(defaultValue = "") String menteeText,
            @RequestParam @Nullable UUID mentor,
            @RequestParam(defaultValue = "") Set<UUID> mentees,
            Model model) {
        return choice(form, mentorText, menteeText, mentor, mentees, model);
    }

    @Permitted("mentorship.form")
    @PostMapping("/s/{org}/pairs")
    String propose(
            @RequestParam String form,
            @RequestParam @Nullable UUID mentor,
            @RequestParam(defaultValue = "") Set<UUID> mentees,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (mentor == null || mentees.isEmpty() || forms.find(form).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("incomplete", true);
            return choice(form, "", "", mentor, mentees, model);
        }
        return switch (mentoring.propose(form, new PersonId(mentor), ids(mentees))) {
            case Admitted(var mentorship) -> {
                redirect.addFlashAttribute("banner", "programs.proposed");
                yield "redirect:" + CurrentScope.get().path() + "/pairs/" + mentorship.value();
            }
            case Refused(var obstacles) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                var page = choice(form, "", "", mentor, mentees, model);
                model.addAttribute("obstacles", ObstacleLine.of(obstacles, registers));
                yield page;
            }
        };
    }

    private String choice(
            String code,
            String mentorText,
            String menteeText,
            @Nullable UUID mentor,
            Set<UUID> mentees,
            Model model) {
        model.addAttribute("forms", forms.all());
        model.addAttribute("chosen", code);
        model.addAttribute("mentorText", mentorText);
        model.addAttribute("menteeText", menteeText);
        model.addAttribute("mentor", mentor);
        model.addAttribute("mentees", mentees);
        forms.find(code)
                .ifPresent(form -> {
                    model.addAttribute(
                            "mentorChoice", candidates(Side.MENTOR, form.mentors(), mentorText));
                    model.addAttribute(
                            "menteeChoice", candidates(Side.MENTEE, form.mentees(), menteeText));
                    check(form, mentor, mentees, model);
                });
        return "programs/new-pair";
    }

    private void check(Form form, @Nullable UUID mentor, Set<UUID> mentees, Model model) {
        if (mentor != null && !mentees.isEmpty()) {
            var obstacles = mentoring.obstacles(form.code(), new PersonId(mentor), ids(mentees));
            model.addAttribute("obstacles", ObstacleLine.of(obstacles, registers));
            model.addAttribute("checked", true);
        }
    }

    /** Somebody to choose. */
    public record Candidate(UUID id, String name) {}

    private List<Candidate> candidates(Side side, Set<Category> categories, String text) {
        return registers
                .candidates(
                        new CandidateSearch(
                                side, categories, text.strip(), LocalDate.now(clock), CANDIDATES))
                .stream()
                .map(standing -> new Candidate(standing.person().value(), standing.name()))
                .toList();
    }

    private static Set<PersonId> ids(Collection<UUID> values) {
        return values.stream().map(PersonId::new).collect(Collectors.toSet());
    }

    private static Set<PersonId> people(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> Stream.concat(Stream.of(line.mentor()), line.mentees().stream()))
                .collect(Collectors.toSet());
    }
}
