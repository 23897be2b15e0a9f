package ru.mentoring.tenancy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import ru.mentoring.shared.Open;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Permitted;
import ru.mentoring.tenancy.SignedIn;
import ru.mentoring.tenancy.domain.PermissionTable;

/**
 * Asks the permission table before any page or command runs.
 *
 * <p>A handler without a rule is refused: forgetting one must not open a door.
 */
@Component
class HandlerRules implements HandlerInterceptor {

    private final PermissionTable permissions;

    HandlerRules(PermissionTable permissions) {
        this.permissions = permissions;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            check(method);
        }
        return true;
    }

    private void check(HandlerMethod method) {
        var permitted = rule(method, Permitted.class);
        if (permitted != null) {
            if (!permissions.knows(permitted.value())) {
                throw new IllegalStateException("No permission table knows " + permitted.value());
            }
            CurrentScope.get().demand(permitted.value());
            return;
        }
        var outside = rule(method, SignedIn.class) != null || rule(method, Open.class) != null;
        if (!outside && isOurs(method)) {
            throw new IllegalStateException("No rule says who may use " + method);
        }
    }

    /**
     * Handlers of the framework itself (its error controller) and of the description of the API say
     * nothing about our data.
     */
    private static boolean isOurs(HandlerMethod method) {
        var type = method.getBeanType().getName();
        return !type.startsWith("org.springframework.") && !type.startsWith("org.springdoc.");
    }

    private static <A extends Annotation> @Nullable A rule(HandlerMethod method, Class<A> type) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
        return own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
    }
}
