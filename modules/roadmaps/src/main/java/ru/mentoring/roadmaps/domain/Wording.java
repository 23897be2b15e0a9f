package ru.mentoring.roadmaps.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineNotation;

/**
 * What a row of a roadmap says. What is not there is empty.
 *
 * @param number as written; gaps, repetitions and words are kept
 * @param title what is to be done
 * @param content its single activities, where the row lists several
 * @param deadlineText the deadline in the author's words, never replaced by what it means
 * @param deadline what those words mean
 * @param responsible each person, role or organisation by itself (BR21)
 * @param result the expected result and the kind of document
 * @param indicator by what its effect is measured
 * @param note what stood in columns that have no place of their own
 */
@Embeddable
public record Wording(
        String number,
        String title,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> content,
        @Column(name = "deadline_text") String deadlineText,
        @Convert(converter = DeadlineColumn.class) Deadline deadline,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> responsible,
        String result,
        String indicator,
        String note) {

    public Wording {
        content = List.copyOf(content);
        responsible = List.copyOf(responsible);
    }

    /** Returns the row with another deadline. */
    public Wording withDeadline(String text, Deadline meaning) {
        return new Wording(
                number, title, content, text, meaning, responsible, result, indicator, note);
    }

    /** Returns the row with other people responsible for it. */
    public Wording withResponsible(List<String> others) {
        return new Wording(
                number, title, content, deadlineText, deadline, others, result, indicator, note);
    }

    /** Returns the row with another number, title, result or indicator; the rest stays. */
    public Wording with(ItemField field, String text) {
        return switch (field) {
            case NUMBER ->
                    new Wording(
                            text,
                            title,
                            content,
                            deadlineText,
                            deadline,
                            responsible,
                            result,
                            indicator,
                            note);
            case TITLE ->
                    new Wording(
                            number,
                            text,
                            content,
                            deadlineText,
                            deadline,
                            responsible,
                            result,
                            indicator,
                            note);
            case RESULT ->
                    new Wording(
                            number,
                            title,
                            content,
                            deadlineText,
                            deadline,
                            responsible,
                            text,
                            indicator,
                            note);
            case INDICATOR ->
                    new Wording(
                            number,
                            title,
                            content,
                            deadlineText,
                            deadline,
                            responsible,
                            result,
                            text,
                            note);
            case DEADLINE, RESPONSIBLE ->
                    throw new IllegalArgumentException(field + " is more than a text");
        };
    }

    /** Returns the number as a sentence names it, without the point or bracket behind it. */
    public String spokenNumber() {
        return spoken(number);
    }

    static String spoken(String number) {
        return number.strip().replaceFirst("(?<=[\\p{L}\\d])\\s?[.):]+$", "");
    }

    /** Returns what stands in one column. */
    public String in(ItemField field) {
        return switch (field) {
            case NUMBER -> number;
            case TITLE -> content.isEmpty() ? title : title + "\n" + String.join("\n", content);
            case DEADLINE -> deadlineText;
            case RESPONSIBLE -> String.join(", ", responsible);
            case RESULT -> result;
            case INDICATOR -> indicator;
        };
    }

    /**
     * Returns a short text that is the same exactly for rows that say the same. Whoever agrees a
     * row agrees this; how its deadline is understood is part of it.
     */
    public String fingerprint() {
        var parts =
                Stream.of(
                                Stream.of(number, title, deadlineText),
                                Stream.of(DeadlineNotation.write(deadline)),
                                Stream.of(result, indicator, note),
                                Stream.of(String.valueOf(content.size())),
                                content.stream(),
                                responsible.stream())
                        .flatMap(part -> part)
                        .map(part -> part.length() + ":" + part)
                        .toList();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> digest.update(part.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
