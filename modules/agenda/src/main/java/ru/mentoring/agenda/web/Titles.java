package ru.mentoring.agenda.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a task is called in the reader's language. */
@Component
class Titles {

    private final MessageSource messages;

    Titles(MessageSource messages) {
        this.messages = messages;
    }

    /** A text whose words a release has taken away must not take the whole page away. */
    String of(String key, List<?> arguments, Locale locale) {
        var text = messages.getMessage(key, arguments.toArray(), key, locale);
        return text == null ? key : text;
    }
}
