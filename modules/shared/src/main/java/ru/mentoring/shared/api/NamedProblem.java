package ru.mentoring.shared.api;

import org.springframework.http.HttpStatus;

/**
 * A refusal by which a program can decide what to do next. Whatever the call had begun is rolled
 * back.
 */
public final class NamedProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String words;
    private final String name;

    /**
     * @param words beginning of the keys of its words, up to its name: {@code tenancy.api.problem.}
     * @param name the end of its type, such as {@code no-such-person}
     */
    public NamedProblem(HttpStatus status, String words, String name) {
        super(name);
        this.status = status;
        this.words = words;
        this.name = name;
    }

    HttpStatus status() {
        return status;
    }

    String words() {
        return words;
    }

    String name() {
        return name;
    }
}
