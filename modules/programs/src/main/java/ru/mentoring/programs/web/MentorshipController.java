package ru.mentoring.programs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Registers;
import ru.mentoring.programs.EndReason;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.programs.MentorshipId;
import ru.mentoring.programs.MentorshipState;
import ru.mentoring.programs.domain.Admission;
import ru.mentoring.programs.domain.Confirmation;
import ru.mentoring.programs.domain.Ending;
import ru.mentoring.programs.domain.Holding;
import ru.mentoring.programs.domain.MeetingFormat;
import ru.mentoring.programs.domain.MeetingRecord;
import ru.mentoring.programs.domain.Mentoring;
import ru.mentoring.programs.domain.MentorshipQueries;
import ru.mentoring.programs.domain.MentorshipQueries.Part;
import ru.mentoring.programs.domain.SigningOrder;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;

/** One pair or group: confirmations, the order, the meetings, the end. */
@Controller
class MentorshipController {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 600;

    private final MentorshipQueries queries;
    private final Mentoring mentoring;
    private final Registers registers;
    private final Clock clock;

    MentorshipController(
            MentorshipQueries queries, Mentoring mentoring, Registers registers, Clock clock) {
        this.queries = queries;
        this.mentoring = mentoring;
        this.registers = registers;
        this.clock = clock;
    }

    @Permitted("mentorship.view")
    @GetMapping("/s/{org}/pairs/{mentorship}")
    String show(@PathVariable UUID mentorship, Model model) {
        return page(new MentorshipId(mentorship), model);
    }

    @Permitted("mentorship.form")
    @PostMapping("/s/{org}/pairs/{mentorship}/confirmations")
    String confirm(
            @PathVariable UUID mentorship,
            @RequestParam UUID person,
            @RequestParam Confirmation.Voice voice,
            @RequestParam(defaultValue = "IN_PERSON") Confirmation.How how,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var id = new MentorshipId(mentorship);
        var day = on == null ? LocalDate.now(clock) : on;
        if (day.isAfter(LocalDate.now(clock))) {
            return refused(
                    id,
                    List.of(new ObstacleLine("programs.confirmation.in-future", "")),
                    model,
                    response);
        }
        mentoring.confirm(id, new PersonId(person), new Confirmation(voice, how, day));
        return done(id, "programs.confirmed", redirect);
    }

    @Permitted("mentorship.form")
    @PostMapping("/s/{org}/pairs/{mentorship}/order")
    String start(
            @PathVariable UUID mentorship,
            @RequestParam(defaultValue = "") String number,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(defaultValue = "") String addendum,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var id = new MentorshipId(mentorship);
        return switch (mentoring.start(id, new SigningOrder(number, date, addendum))) {
            case Admission.Admitted(var started) -> done(started, "programs.started", redirect);
            case Admission.Refused(var obstacles) ->
                    refused(id, ObstacleLine.of(obstacles, registers), model, response);
        };
    }

    @Permitted("meeting.record")
    @PostMapping("/s/{org}/pairs/{mentorship}/meetings")
    String hold(
            @PathVariable UUID mentorship,
            @RequestParam long version,
            @RequestParam MeetingType type,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "IN_PERSON") MeetingFormat format,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String result,
            @RequestParam @Nullable Boolean mentorContinues,
            @RequestParam @Nullable Boolean menteesContinue,
            @RequestParam(defaultValue = "") String skip,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var id = new MentorshipId(mentorship);
        if (on == null || topic.isBlank() || result.isBlank() || !isDuration(minutes)) {
            return refused(
                    id,
                    List.of(new ObstacleLine("programs.meeting.incomplete", "")),
                    model,
                    response);
        }
        var record =
                new MeetingRecord(
                        type,
                        on,
                        Integer.parseInt(minutes),
                        format,
                        null,
                        topic,
                        result,
                        null,
                        mentorContinues,
                        menteesContinue,
                        skip.isBlank() ? null : skip.strip());
        return switch (mentoring.hold(id, version, record)) {
            case Holding.Held(var over) ->
                    done(id, over ? "programs.meeting.over" : "programs.meeting.held", redirect);
            case Holding.Refused(var reason) ->
                    refused(
                            id,
                            List.of(new ObstacleLine("programs.holding." + reason, "")),
                            model,
                            response);
        };
    }

    @Permitted("mentorship.form")
    @PostMapping("/s/{org}/pairs/{mentorship}/end")
    String end(
            @PathVariable UUID mentorship,
            @RequestParam long version,
            @RequestParam EndReason reason,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var id = new MentorshipId(mentorship);
        var day = on == null ? LocalDate.now(clock) : on;
        return switch (mentoring.end(
                id, version, reason, day, note.isBlank() ? null : note.strip())) {
            case Ending.Ended() -> done(id, "programs.ended", redirect);
            case Ending.Refused(var why) ->
                    refused(
                            id,
                            List.of(new ObstacleLine("programs.ending." + why, "")),
                            model,
                            response);
        };
    }

    private String page(MentorshipId id, Model model) {
        var detail = queries.detail(id);
        var scope = CurrentScope.get();
        model.addAttribute("pair", detail);
        model.addAttribute(
                "names", queries.names(detail.parts().stream().map(Part::person).toList()));
        model.addAttribute("today", LocalDate.now(clock).toString());
        model.addAttribute("hows", Confirmation.How.values());
        model.addAttribute("formats", MeetingFormat.values());
        model.addAttribute(
                "reasons",
                Arrays.stream(EndReason.values())
                        .filter(reason -> reason != EndReason.CONSENT_WITHDRAWN)
                        .toList());
        model.addAttribute("mayForm", scope.may("mentorship.form"));
        model.addAttribute("mayRecord", scope.may("meeting.record"));
        if (detail.state() == MentorshipState.PROPOSED) {
            model.addAttribute("standing", ObstacleLine.of(mentoring.standing(id), registers));
        }
        return "programs/pair";
    }

    private String refused(
            MentorshipId id, List<ObstacleLine> why, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("obstacles", why);
        return page(id, model);
    }

    private static String done(MentorshipId id, String banner, RedirectAttributes redirect) {
        redirect.addFlashAttribute("banner", banner);
        return "redirect:" + CurrentScope.get().path() + "/pairs/" + id.value();
    }

    private static boolean isDuration(String text) {
        if (!text.matches("\\d{1,3}")) {
            return false;
        }
        var minutes = Integer.parseInt(text);
        return minutes >= SHORTEST && minutes <= LONGEST;
    }
}
