package ru.mentoring.tenancy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import ru.mentoring.tenancy.CurrentScope;

/** Puts the CSRF token and a one-time key into every form of a page. */
class FormTokens implements RequestDataValueProcessor {

    private final RequestDataValueProcessor csrf;

    FormTokens(RequestDataValueProcessor csrf) {
        this.csrf = csrf;
    }

    @Override
    public String processAction(HttpServletRequest request, String action, String method) {
        return csrf.processAction(request, action, method);
    }

    @Override
    public String processFormFieldValue(
            HttpServletRequest request, @Nullable String name, String value, String type) {
        return csrf.processFormFieldValue(request, name, value, type);
    }

    @Override
    public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        var token = csrf.getExtraHiddenFields(request);
        if (token == null || token.isEmpty() || !CurrentScope.isBound()) {
            return token == null ? Map.of() : token;
        }
        var fields = new LinkedHashMap<>(token);
        fields.put(OneTimeForms.FIELD, UUID.randomUUID().toString());
        return fields;
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        return csrf.processUrl(request, url);
    }
}
