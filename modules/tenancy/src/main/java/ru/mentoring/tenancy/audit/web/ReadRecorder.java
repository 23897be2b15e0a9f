package ru.mentoring.tenancy.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Reads;
import ru.mentoring.tenancy.isolation.FormKeys;

/** Records who opens the pages that {@link Reads} marks. */
@Component
class ReadRecorder implements HandlerInterceptor {

    private final Audit audit;

    ReadRecorder(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        if (page != null
                && handler instanceof HandlerMethod method
                && method.getMethodAnnotation(Reads.class) instanceof Reads reads
                && response.getStatus() == HttpStatus.OK.value()) {
            var id = id(reads, request);
            FormKeys.beside(() -> audit.read(reads.value(), reads.object(), id));
        }
    }

    private static UUID id(Reads reads, HttpServletRequest request) {
        if (reads.id().isEmpty()) {
            return CurrentScope.get().org().value();
        }
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables
                && variables.get(reads.id()) instanceof String id) {
            return UUID.fromString(id);
        }
        throw new IllegalStateException("No variable of the address is called " + reads.id());
    }
}
