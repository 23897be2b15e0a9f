package ru.mentoring.programs.web;

import java.util.HashSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import ru.mentoring.participants.PersonId;
import ru.mentoring.programs.MentorshipState;
import ru.mentoring.programs.domain.MentorshipQueries;
import ru.mentoring.programs.domain.MentorshipQueries.Filter;
import ru.mentoring.programs.domain.MentorshipQueries.Line;
import ru.mentoring.shared.pages.PagedRows;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.Reads;

/** All pairs and groups of the school, those that need somebody first. */
@Controller
@Permitted("mentorship.view")
class PairsController {

    private final MentorshipQueries mentorships;
    private final Words words;

    PairsController(MentorshipQueries mentorships, Words words) {
        this.mentorships = mentorships;
        this.words = words;
    }

    /** What part of the list somebody wants to see. */
    record PairFilter(@Nullable String state, @Nullable String form, @Nullable String signal) {

        Filter filter() {
            return new Filter(text(state), text(form), text(signal));
        }

        /** Says whether anything is left out. */
        public boolean active() {
            return !(text(state) + text(form) + text(signal)).isBlank();
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    @Reads("mentorship.list-seen")
    @GetMapping("/s/{org}/pairs")
    String list(
            @ModelAttribute("filter") PairFilter filter,
            @RequestParam(defaultValue = "1") String page,
            Model model,
            Locale locale) {
        var part =
                PagedRows.read(
                        page,
                        Line::total,
                        (offset, limit) -> mentorships.lines(filter.filter(), offset, limit));
        var lines = part.rows();
        var people = new HashSet<PersonId>();
        for (var line : lines) {
            people.add(line.mentor());
            people.addAll(line.mentees());
        }
        model.addAttribute("lines", lines);
        model.addAttribute("names", mentorships.names(people));
        model.addAttribute("paging", part.paging());
        model.addAttribute("filtered", filter.active());
        model.addAttribute("count", mentorships.count());
        model.addAttribute("forms", words.forms(locale));
        model.addAttribute(
                "states", words.named("programs.state.", MentorshipState.values(), locale));
        model.addAttribute("mayForm", CurrentScope.get().may("mentorship.form"));
        return "programs/pairs";
    }
}
