package ru.mentoring.agenda.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.agenda.domain.LetterWishes.Occasion;
import ru.mentoring.agenda.domain.Notices;
import ru.mentoring.agenda.domain.Notices.Notice;
import ru.mentoring.shared.pages.PagedRows;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;

/** Shows what somebody has been told, whether or not they want letters. */
@Controller
class NoticeController {

    private final Notices notices;
    private final NoticeBell bell;
    private final Titles titles;
    private final Clock clock;

    NoticeController(Notices notices, NoticeBell bell, Titles titles, Clock clock) {
        this.notices = notices;
        this.bell = bell;
        this.titles = titles;
        this.clock = clock;
    }

    /** A notice as the page shows it. */
    record Line(
            Occasion occasion,
            String title,
            @Nullable LocalDate due,
            String address,
            Instant at,
            boolean unread,
            boolean done) {}

    @Permitted("agenda.read")
    @GetMapping({"/s/{org}/notices", "/d/{org}/notices", "/r/{org}/notices"})
    String list(@RequestParam(defaultValue = "") String page, Model model, Locale locale) {
        var rows = PagedRows.read(page, Notice::total, notices::latest);
        model.addAttribute("paging", rows.paging());
        model.addAttribute("lines", rows.rows().stream().map(row -> line(row, locale)).toList());
        model.addAttribute("unread", notices.unread());
        model.addAttribute("until", clock.millis());
        return "agenda/notices";
    }

    /** The bell alone, for the page that asks whether there is anything new. */
    @Permitted("agenda.read")
    @GetMapping({"/s/{org}/notices/bell", "/d/{org}/notices/bell", "/r/{org}/notices/bell"})
    String bell(Model model) {
        model.addAttribute("bell", bell.bell().orElseThrow());
        return "shared/bell :: bell";
    }

    @Permitted("agenda.arrange")
    @PostMapping({"/s/{org}/notices/seen", "/d/{org}/notices/seen", "/r/{org}/notices/seen"})
    String see(@RequestParam long until, RedirectAttributes redirect) {
        notices.see(Instant.ofEpochMilli(until));
        redirect.addFlashAttribute("banner", "agenda.notices.seen");
        return "redirect:" + CurrentScope.get().path() + "/notices";
    }

    private Line line(Notice notice, Locale locale) {
        return new Line(
                notice.occasion(),
                titles.of(notice.titleKey(), notice.titleArguments(), locale),
                notice.due(),
                CurrentScope.get().path() + notice.path(),
                notice.at(),
                notice.unread() && !notice.done(),
                notice.done());
    }
}
