package ru.mentoring.shared.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;
import ru.mentoring.shared.NoSuch;
import ru.mentoring.shared.NotPermitted;

/** Decides which page answers a failure; a module's own advice may answer before. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class FailureAdvice {

    private final ErrorPages pages;

    FailureAdvice(ErrorPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(Exception.class)
    @Nullable ModelAndView answer(
            Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException
                || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            throw failure;
        }
        return pages.answer(status(failure), failure, request, response);
    }

    private static HttpStatus status(Exception failure) {
        return switch (failure) {
            case NoSuch _ -> HttpStatus.NOT_FOUND;
            case NotPermitted _ -> HttpStatus.FORBIDDEN;
            case OptimisticLockingFailureException _ -> HttpStatus.CONFLICT;
            case MaxUploadSizeExceededException _ -> HttpStatus.CONTENT_TOO_LARGE;
            case CannotCreateTransactionException _, DataAccessResourceFailureException _ ->
                    HttpStatus.SERVICE_UNAVAILABLE;
            case MethodArgumentTypeMismatchException unreadable ->
                    unreadable.getParameter().hasParameterAnnotation(PathVariable.class)
                            ? HttpStatus.NOT_FOUND
                            : HttpStatus.BAD_REQUEST;
            case RequestRejectedException _ -> HttpStatus.BAD_REQUEST;
            case ErrorResponse known -> known(known.getStatusCode().value());
            default -> annotated(failure);
        };
    }

    private static HttpStatus annotated(Exception failure) {
        var annotation =
                AnnotatedElementUtils.findMergedAnnotation(
                        failure.getClass(), ResponseStatus.class);
        return annotation == null ? HttpStatus.INTERNAL_SERVER_ERROR : annotation.code();
    }

    static HttpStatus known(int code) {
        var status = HttpStatus.resolve(code);
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
