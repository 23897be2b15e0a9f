package ru.mentoring.agenda.domain;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.mentoring.agenda.domain.Outbox.Letter;
import ru.mentoring.tenancy.OrgView;

/**
 * Writes letters in the language of whoever gets them: what is to be done, where, by when, and the
 * link. No names of people, so that a mailbox that others read tells them nothing.
 */
@Component
class LetterText {

    private final MessageSource messages;
    private final AgendaProperties properties;

    LetterText(MessageSource messages, AgendaProperties properties) {
        this.messages = messages;
        this.properties = properties;
    }

    String subject(Letter letter, Locale locale) {
        return messages.getMessage(letter.titleKey(), letter.titleArguments().toArray(), locale);
    }

    String body(Letter letter, OrgView org, Locale locale) {
        var link =
                "%s/%s/%s%s"
                        .formatted(
                                properties.baseUrl().toString().replaceFirst("/$", ""),
                                org.kind().level().prefix(),
                                org.id().value(),
                                letter.path());
        var due = letter.due();
        return due == null
                ? messages.getMessage(
                        "agenda.letter.body",
                        new Object[] {subject(letter, locale), org.name(), link},
                        locale)
                : messages.getMessage(
                        "agenda.letter.body-with-due",
                        new Object[] {
                            subject(letter, locale),
                            org.name(),
                            link,
                            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                    .withLocale(locale)
                                    .format(due)
                        },
                        locale);
    }
}
