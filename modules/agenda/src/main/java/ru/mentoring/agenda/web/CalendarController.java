package ru.mentoring.agenda.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.mentoring.agenda.domain.CalendarFeeds;
import ru.mentoring.agenda.domain.CalendarFile;
import ru.mentoring.shared.Open;
import ru.mentoring.shared.limits.Allowance;
import ru.mentoring.shared.limits.RateLimits;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;

/** Gives somebody's deadlines to their calendar, at an address that only they know. */
@Controller
class CalendarController {

    /** Calendars ask every few minutes at most. */
    private static final Allowance READS =
            Allowance.ofThisReplica("agenda.calendar", 60, Duration.ofHours(1));

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final CalendarFile file;
    private final RateLimits limits;

    CalendarController(CalendarFeeds feeds, CalendarFile file, RateLimits limits) {
        this.feeds = feeds;
        this.file = file;
        this.limits = limits;
    }

    @Open
    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String secret) {
        var wait = limits.take(READS, secret);
        if (!wait.isZero()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1))
                    .build();
        }
        return feeds.read(secret)
                .map(feed ->
                        ResponseEntity.ok()
                                .contentType(CALENDAR)
                                .body(file.write(feed).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @Permitted("agenda.arrange")
    @PostMapping({
        "/s/{org}/home/settings/calendar",
        "/d/{org}/home/settings/calendar",
        "/r/{org}/home/settings/calendar"
    })
    String make(RedirectAttributes redirect) {
        redirect.addFlashAttribute("calendarAddress", file.address(feeds.make()));
        redirect.addFlashAttribute("banner", "agenda.calendar.made");
        return settings();
    }

    @Permitted("agenda.arrange")
    @PostMapping({
        "/s/{org}/home/settings/calendar/end",
        "/d/{org}/home/settings/calendar/end",
        "/r/{org}/home/settings/calendar/end"
    })
    String revoke(RedirectAttributes redirect) {
        feeds.revoke();
        redirect.addFlashAttribute("banner", "agenda.calendar.revoked");
        return settings();
    }

    private static String settings() {
        return "redirect:" + CurrentScope.get().path() + "/home/settings";
    }
}
