package ru.mentoring.shared.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import ru.mentoring.shared.Open;

/** Answers what failed outside any controller: in a filter, in the container, while drawing. */
@Controller
@Open
class ContainerErrorController implements ErrorController {

    private final ErrorPages pages;

    ContainerErrorController(ErrorPages pages) {
        this.pages = pages;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) {
        var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return pages.answer(status(request, cause), cause, request, response);
    }

    private static HttpStatus status(HttpServletRequest request, @Nullable Throwable cause) {
        if (isTooLarge(cause)) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? FailureAdvice.known(code)
                : HttpStatus.NOT_FOUND;
    }

    private static boolean isTooLarge(@Nullable Throwable cause) {
        for (var each = cause; each != null; each = each.getCause()) {
            if (each instanceof MaxUploadSizeExceededException) {
                return true;
            }
        }
        return false;
    }
}
