package ru.mentoring.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;

/** Answers what only programs can do wrong; all other failures become problems by their status. */
@ControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final String SECONDS_TO_WAIT = "3";

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(NamedProblem.class)
    ResponseEntity<ProblemDetail> refuse(NamedProblem refusal, HttpServletRequest request) {
        return answer(problems.named(refusal.status(), refusal.words(), refusal.name(), request));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<ProblemDetail> unreadable(HttpServletRequest request) {
        return answer(problems.of(HttpStatus.BAD_REQUEST, request));
    }

    /** Names the fields, with what each of them has to be. */
    @ExceptionHandler(MethodArgumentNotValidException.class)
    ResponseEntity<ProblemDetail> invalid(
            MethodArgumentNotValidException refusal, HttpServletRequest request) {
        var problem = problems.of(HttpStatus.BAD_REQUEST, request);
        var fields = new TreeMap<String, String>();
        for (FieldError error : refusal.getFieldErrors()) {
            fields.put(error.getField(), String.valueOf(error.getDefaultMessage()));
        }
        problem.setProperty(
                "errors",
                fields.entrySet().stream()
                        .map(field -> Map.of("field", field.getKey(), "message", field.getValue()))
                        .toList());
        return answer(problem);
    }

    @ExceptionHandler(PessimisticLockingFailureException.class)
    ResponseEntity<ProblemDetail> busy(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(HttpStatus.CONFLICT, request));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
