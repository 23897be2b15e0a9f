package ru.mentoring.tenancy.isolation;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoring.tenancy.TenantEvent;

/**
 * Lets listeners of domain events work for the organisation where the event happened.
 *
 * <p>Goes before the transaction, which must find the scope when it begins; works for events that
 * are resubmitted after a restart too, because the scope comes from the event and not from a
 * thread.
 */
@Aspect
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ListenerScope {

    private final SystemScopes scopes;

    ListenerScope(SystemScopes scopes) {
        this.scopes = scopes;
    }

    @Around("@annotation(org.springframework.modulith.events.ApplicationModuleListener)")
    @Nullable Object enter(ProceedingJoinPoint call) throws Throwable {
        if (call.getArgs().length == 1 && call.getArgs()[0] instanceof TenantEvent event) {
            return CurrentScope.callChecked(
                    scopes.of(event.region(), event.org()), () -> proceed(call));
        }
        return call.proceed();
    }

    private static @Nullable Object proceed(ProceedingJoinPoint call) throws Exception {
        try {
            return call.proceed();
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }
}
