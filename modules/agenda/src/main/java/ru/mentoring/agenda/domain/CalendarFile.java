package ru.mentoring.agenda.domain;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.mentoring.agenda.domain.CalendarFeeds.Feed;

/**
 * Writes deadlines as a calendar (RFC 5545): an event of the whole day for each, because that is
 * what every calendar shows, and it keeps nobody's time.
 */
@Component
public class CalendarFile {

    private final MessageSource messages;
    private final AgendaProperties properties;

    CalendarFile(MessageSource messages, AgendaProperties properties) {
        this.messages = messages;
        this.properties = properties;
    }

    /** Returns the address of the calendar with this secret. */
    public String address(String token) {
        return base() + "/calendar/" + token + ".ics";
    }

    /** Returns the calendar in its owner's language. */
    public String write(Feed feed) {
        var calendar =
                new Calendar()
                        .withDefaults()
                        .withProdId("-//mentoring//agenda//RU")
                        .getFluentTarget();
        calendar.add(
                new XProperty(
                        "X-WR-CALNAME", text(feed, "agenda.calendar.name", feed.org().name())));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT1H"));
        feed.tasks().forEach(task -> calendar.add(event(feed, task)));
        var written = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, written);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return written.toString();
    }

    private VEvent event(Feed feed, OpenTask task) {
        var org = feed.org();
        var link =
                "%s/%s/%s%s"
                        .formatted(
                                base(), org.kind().level().prefix(), org.id().value(), task.path());
        var event = new VEvent(false);
        event.add(new Uid(task.id() + "@tasks.mentoring"));
        event.add(new DtStamp(task.since()));
        event.add(new DtStart<>(Objects.requireNonNull(task.due())));
        event.add(new Summary(text(feed, task.titleKey(), task.titleArguments().toArray())));
        event.add(new Description(org.name() + "\n" + link));
        event.add(new Url(URI.create(link)));
        event.add(new Transp(Transp.VALUE_TRANSPARENT));
        return event;
    }

    private String base() {
        return properties.baseUrl().toString().replaceFirst("/$", "");
    }

    private String text(Feed feed, String key, Object... arguments) {
        return Objects.requireNonNullElse(
                messages.getMessage(key, arguments, key, feed.owner().locale()), key);
    }
}
