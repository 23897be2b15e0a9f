package ru.mentoring.programs.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.mentoring.participants.PersonId;
import ru.mentoring.programs.Form;
import ru.mentoring.programs.Obstacle;
import ru.mentoring.programs.domain.Forms;
import ru.mentoring.shared.pages.Option;

/** Puts what the rules say into the reader's language. */
@Component
class Words {

    private final MessageSource messages;
    private final Forms forms;

    Words(MessageSource messages, Forms forms) {
        this.messages = messages;
        this.forms = forms;
    }

    /** An obstacle in words, with the name of the person it concerns. */
    String of(Obstacle obstacle, Map<PersonId, String> names, Locale locale) {
        var what = messages.getMessage("programs.obstacle." + obstacle.reason(), null, locale);
        return obstacle.person() == null
                ? what
                : names.getOrDefault(obstacle.person(), "—") + ": " + what;
    }

    List<Option> forms(Locale locale) {
        return forms.all().stream()
                .map(form -> new Option(form.code(), messages.getMessage(form.key(), null, locale)))
                .toList();
    }

    List<Option> named(String prefix, Enum<?>[] values, Locale locale) {
        return Arrays.stream(values)
                .map(value ->
                        new Option(
                                value.name(),
                                messages.getMessage(prefix + value.name(), null, locale)))
                .toList();
    }

    /** Yes and no. */
    List<Option> answers(Locale locale) {
        return List.of("true", "false").stream()
                .map(value ->
                        new Option(
                                value,
                                messages.getMessage("programs.answer." + value, null, locale)))
                .toList();
    }

    /** The form with that code, or the first one for an unknown or missing code. */
    Form form(String code) {
        return forms.find(code).orElseGet(() -> forms.all().getFirst());
    }
}
