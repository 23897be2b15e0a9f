package ru.mentoring.shared.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import ru.mentoring.shared.api.Problems;

/**
 * Tells what has gone wrong, in words, as a page or as a note on the page that asked.
 *
 * <p>A browser gets a page. A part of a page that htmx asked for must not receive a whole page
 * inside it: it gets a note, which the layout's script puts above the content, and whatever was
 * typed stays where it is. A link followed by htmx gets the page, as the browser would.
 */
@Component
class ErrorPages {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    /** Statuses with words of their own. */
    private static final Set<Integer> WORDED =
            Set.of(400, 401, 403, 404, 409, 410, 413, 422, 429, 500, 503);

    private static final int SHORTEST_TEXT_WORTH_KEEPING = 12;

    private final Shells shells;
    private final Problems problems;

    ErrorPages(Shells shells, Problems problems) {
        this.shells = shells;
        this.problems = problems;
    }

    /** Returns the answer with this status and sets it; logs the cause if the fault is ours. */
    ModelAndView answer(
            HttpStatus status,
            @Nullable Throwable cause,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Problems.isForPrograms(Addresses.path(request))) {
            return problem(status, cause, request);
        }
        boolean note = wantsNote(status, request);
        var page = new ModelAndView(note ? "shared/error :: note" : "shared/error");
        page.setStatus(status);
        boolean stale = StaleForms.isReasonFor(request);
        boolean keeps = stale || status == HttpStatus.CONFLICT;
        page.addObject("key", "shared.error." + (stale ? "session" : worded(status)));
        page.addObject("kept", keeps ? typed(request) : List.of());
        if (status.is5xxServerError()) {
            page.addObject("reference", logged(status, cause, request));
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE
                || status == HttpStatus.TOO_MANY_REQUESTS
                        && response.getHeader(HttpHeaders.RETRY_AFTER) == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        }
        if (note) {
            response.setHeader("HX-Retarget", "#notice");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        ShellInterceptor.put(page, shells.aroundError(request));
        return page;
    }

    /** A program reads no page. */
    private ModelAndView problem(
            HttpStatus status, @Nullable Throwable cause, HttpServletRequest request) {
        var problem = problems.of(status, request);
        if (status.is5xxServerError()) {
            problem.setProperty("reference", logged(status, cause, request));
        }
        return new ModelAndView((View) (model, asked, answer) -> problems.write(problem, answer));
    }

    private static boolean wantsNote(HttpStatus status, HttpServletRequest request) {
        if (request.getHeader("HX-Request") == null) {
            return false;
        }
        boolean boosted = request.getHeader("HX-Boosted") != null;
        boolean nothingTyped = method(request).equals("GET");
        return !(boosted && (nothingTyped || status == HttpStatus.CONFLICT));
    }

    /** The container asks for an error page with GET, whatever was asked before. */
    private static String method(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String asked
                ? asked
                : request.getMethod();
    }

    private static int worded(HttpStatus status) {
        if (WORDED.contains(status.value())) {
            return status.value();
        }
        if (status == HttpStatus.METHOD_NOT_ALLOWED) {
            return HttpStatus.NOT_FOUND.value();
        }
        return status.is5xxServerError() ? 500 : 400;
    }

    /** The log has address and cause, the person the number that leads to them. */
    private static String logged(
            HttpStatus status, @Nullable Throwable cause, HttpServletRequest request) {
        var reference = Reference.next();
        log.error(
                "{} {} failed with {}, reference {}",
                method(request),
                Addresses.path(request),
                status.value(),
                reference,
                cause);
        return reference;
    }

    /**
     * Returns the texts of a refused form, to be copied from the page that tells of the refusal.
     */
    static List<String> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(parameter -> !parameter.getKey().startsWith("_"))
                .flatMap(parameter -> Arrays.stream(parameter.getValue()))
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST_TEXT_WORTH_KEEPING)
                .filter(text -> text.chars().anyMatch(Character::isWhitespace))
                .toList();
    }
}
