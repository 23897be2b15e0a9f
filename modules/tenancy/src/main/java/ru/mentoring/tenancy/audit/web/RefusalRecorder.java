package ru.mentoring.tenancy.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Forbidden;
import ru.mentoring.tenancy.isolation.FormKeys;

/**
 * Records who was refused for want of a permission, and leaves the answer to others.
 *
 * <p>By the time a failure comes here the transaction that it broke is over, so the entry stays.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalRecorder implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalRecorder.class);

    private final Audit audit;

    RefusalRecorder(Audit audit) {
        this.audit = audit;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        if (failure instanceof Forbidden refusal && CurrentScope.isBound()) {
            record(refusal);
        }
        return null;
    }

    /** A refusal stays one, even where it cannot be recorded. */
    private void record(Forbidden refusal) {
        try {
            FormKeys.beside(() -> audit.refused(refusal.permission()));
        } catch (DataAccessException | TransactionException failure) {
            LOG.error("The refusal of {} could not be recorded", refusal.permission(), failure);
        }
    }
}
