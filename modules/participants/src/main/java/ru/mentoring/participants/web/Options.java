package ru.mentoring.participants.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.EntryState;
import ru.mentoring.participants.domain.RegisterQueries;
import ru.mentoring.shared.pages.Option;

/** The lists to choose from on the pages of this module. */
@Component
class Options {

    private final MessageSource messages;
    private final RegisterQueries registers;

    Options(MessageSource messages, RegisterQueries registers) {
        this.messages = messages;
        this.registers = registers;
    }

    List<Option> categories(Locale locale) {
        return named("participants.category.", Category.values(), locale);
    }

    List<Option> states(Locale locale) {
        return named("participants.state.", EntryState.values(), locale);
    }

    List<Option> classes() {
        return registers.classes().stream().map(name -> new Option(name, name)).toList();
    }

    private List<Option> named(String prefix, Enum<?>[] values, Locale locale) {
        return Arrays.stream(values)
                .map(value ->
                        new Option(
                                value.name(),
                                messages.getMessage(prefix + value.name(), null, locale)))
                .toList();
    }
}
