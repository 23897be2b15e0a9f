package ru.mentoring.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes problems (RFC 9457) of what went wrong with a call.
 *
 * <p>A problem's type, {@code urn:mentoring:problem:no-such-person}, is what a program may decide
 * by; title and detail are for people and come in Russian or, if the program asks for it, in
 * English.
 */
@Component
public class Problems {

    /** The beginning of the addresses that belong to programs. */
    public static final String PREFIX = "/api/";

    private static final String TYPE = "urn:mentoring:problem:";
    private static final String WORDS = "shared.api.problem.";
    private static final String TITLE = ".title";
    private static final String TEXT = ".text";

    private final MessageSource messages;
    private final JsonMapper json;

    Problems(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** Says whether an address belongs to programs. */
    public static boolean isForPrograms(String path) {
        return path.startsWith(PREFIX);
    }

    /**
     * A problem with a name of its own.
     *
     * @param name the end of its type, and of the keys of its words: {@code words + name +
     *     ".title"} and {@code ".text"}
     */
    public ProblemDetail named(
            HttpStatus status, String words, String name, HttpServletRequest request) {
        var locale = language(request);
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE + name));
        problem.setTitle(messages.getMessage(words + name + TITLE, null, locale));
        problem.setDetail(messages.getMessage(words + name + TEXT, null, locale));
        return problem;
    }

    /** The problem that a status by itself is. */
    public ProblemDetail of(HttpStatus status, HttpServletRequest request) {
        var name = String.valueOf(status.value());
        try {
            return named(status, WORDS, name, request);
        } catch (NoSuchMessageException unworded) {
            var problem = ProblemDetail.forStatus(status);
            problem.setDetail(
                    messages.getMessage(
                            WORDS + (status.is5xxServerError() ? "500" : "400") + TEXT,
                            null,
                            language(request)));
            return problem;
        }
    }

    /** Writes a problem as the whole answer. */
    public void write(ProblemDetail problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    /** Writes the problem that a status by itself is, and when to come again. */
    public void write(
            HttpStatus status,
            Duration wait,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
        write(of(status, request), response);
    }

    private static Locale language(HttpServletRequest request) {
        var wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return wanted != null && request.getLocale().getLanguage().equals("en")
                ? Locale.ENGLISH
                : Locale.forLanguageTag("ru");
    }
}
