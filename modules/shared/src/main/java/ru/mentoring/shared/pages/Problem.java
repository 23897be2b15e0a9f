package ru.mentoring.shared.pages;

import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Something a person has to correct in a form.
 *
 * @param field id of the control it belongs to, or empty if it concerns the whole form
 * @param property name of the form's property without the positions in lists
 * @param text what to do about it, in the reader's language
 * @param general whether the text would do for any field, so that the field has to be named
 */
record Problem(String field, String property, String text, boolean general) {

    /** Words the error in the reader's language. */
    static Problem of(ObjectError error, MessageSource messages) {
        var locale = LocaleContextHolder.getLocale();
        var text = messages.getMessage(error, locale);
        if (!(error instanceof FieldError field)) {
            return new Problem("", "", text, false);
        }
        var codes = Objects.requireNonNullElse(error.getCodes(), new String[0]);
        boolean general = true;
        for (String code : codes) {
            boolean worded = messages.getMessage(code, null, null, locale) != null;
            if (worded) {
                general = !code.contains("." + field.getField());
                break;
            }
        }
        return new Problem(
                field.getField().replaceAll("[\\[\\]]", ""),
                field.getField().replaceAll("\\[[^\\]]*\\]", ""),
                text,
                general);
    }
}
