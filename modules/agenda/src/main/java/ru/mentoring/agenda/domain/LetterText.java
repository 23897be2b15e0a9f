package ru.mentoring.agenda.domain;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.mentoring.agenda.domain.Digests.Digest;
import ru.mentoring.agenda.domain.Digests.Item;
import ru.mentoring.agenda.domain.LetterWishes.Occasion;
import ru.mentoring.agenda.domain.Outbox.About;
import ru.mentoring.shared.pages.Days;
import ru.mentoring.tenancy.OrgView;

/**
 * Writes letters in the language of whoever gets them: what is to be done, where, by when, and the
 * link. No names of people, so that a mailbox that others read tells them nothing.
 */
@Component
class LetterText {

    /** A letter's words. */
    record Words(String subject, String body) {}

    /** More tasks than this are only counted. */
    private static final int MOST_LISTED = 10;

    private final MessageSource messages;
    private final AgendaProperties properties;
    private final Clock clock;

    LetterText(MessageSource messages, AgendaProperties properties, Clock clock) {
        this.messages = messages;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Returns the words of a letter about a task.
     *
     * @param zone by whose calendar days are counted
     */
    Words about(About task, Occasion occasion, OrgView org, ZoneId zone, Locale locale) {
        var title = text(task.titleKey(), locale, task.titleArguments().toArray());
        var days = new Days(messages, clock.withZone(zone), locale);
        var due = task.due();
        return new Words(
                text(
                        "agenda.letter.subject." + occasion,
                        locale,
                        title,
                        due == null ? "" : days.relative(due)),
                text(
                        due == null ? "agenda.letter.body" : "agenda.letter.body-with-due",
                        locale,
                        title,
                        org.name(),
                        link(org, task.path()),
                        due == null ? "" : days.full(due),
                        link(org, "/home/settings")));
    }

    /**
     * Returns the words of a digest.
     *
     * @param zone by whose calendar days are counted
     */
    Words digest(Digest digest, OrgView org, ZoneId zone, Locale locale) {
        var days = new Days(messages, clock.withZone(zone), locale);
        return new Words(
                text(
                        "agenda.digest.subject",
                        locale,
                        String.valueOf(digest.late().size()),
                        String.valueOf(digest.week().size())),
                text(
                        "agenda.digest.body",
                        locale,
                        org.name(),
                        listed("agenda.digest.late", digest.late(), days, locale)
                                + listed("agenda.digest.week", digest.week(), days, locale),
                        String.valueOf(digest.done()),
                        String.valueOf(digest.awaited()),
                        link(org, "/home"),
                        link(org, "/home/settings")));
    }

    private String listed(String heading, List<Item> items, Days days, Locale locale) {
        if (items.isEmpty()) {
            return "";
        }
        var lines =
                new StringBuilder(text(heading, locale, String.valueOf(items.size()))).append("\n");
        for (var item : items.subList(0, Math.min(items.size(), MOST_LISTED))) {
            lines.append(
                            text(
                                    "agenda.digest.line",
                                    locale,
                                    text(item.titleKey(), locale, item.titleArguments().toArray()),
                                    days.of(item.due())))
                    .append("\n");
        }
        if (items.size() > MOST_LISTED) {
            lines.append(
                            text(
                                    "agenda.digest.more",
                                    locale,
                                    String.valueOf(items.size() - MOST_LISTED)))
                    .append("\n");
        }
        return lines.append("\n").toString();
    }

    private String link(OrgView org, String path) {
        return "%s/%s/%s%s"
                .formatted(
                        properties.baseUrl().toString().replaceFirst("/$", ""),
                        org.kind().level().prefix(),
                        org.id().value(),
                        path);
    }

    private String text(String key, Locale locale, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
