package ru.mentoring.roadmaps.recognition.deadline;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A hand moving along the pieces of a text. */
final class Tokens {

    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    int mark() {
        return at;
    }

    void back(int mark) {
        at = mark;
    }

    void advance(int steps) {
        at += steps;
    }

    /** The piece so many steps ahead. */
    @Nullable Token ahead(int steps) {
        return at + steps < tokens.size() ? tokens.get(at + steps) : null;
    }

    boolean isAhead(int steps, Class<? extends Token> type) {
        return type.isInstance(ahead(steps));
    }

    boolean isWord(int steps, String pattern) {
        return ahead(steps) instanceof Token.Word(String text) && text.matches(pattern);
    }

    boolean takeWord(String pattern) {
        if (isWord(0, pattern)) {
            at++;
            return true;
        }
        return false;
    }

    boolean takeWords(String... patterns) {
        for (int i = 0; i < patterns.length; i++) {
            if (!isWord(i, patterns[i])) {
                return false;
            }
        }
        at += patterns.length;
        return true;
    }

    boolean take(Class<? extends Token> type) {
        if (isAhead(0, type)) {
            at++;
            return true;
        }
        return false;
    }

    boolean anyIs(Predicate<Token> wanted) {
        return tokens.stream().anyMatch(wanted);
    }
}
