package ru.mentoring.shared.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** The language a reader has chosen; what the browser asks for does not count. */
class ChosenLanguage implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var tag = Cookies.read(request, Cookies.LANGUAGE);
        return tag == null ? Languages.RUSSIAN : Languages.called(tag);
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        if (response != null) {
            var tag = locale == null ? "" : Languages.called(locale.getLanguage()).getLanguage();
            Cookies.write(request, response, Cookies.LANGUAGE, tag);
        }
    }
}
