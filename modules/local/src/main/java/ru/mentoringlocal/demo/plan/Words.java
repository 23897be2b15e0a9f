package ru.mentoringlocal.demo.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of words from which names, wishes and places are put together. */
public final class Words {

    /** A surname in its two forms. */
    public record Surname(String male, String female) {}

    /** A man's name with the patronymics of his children. */
    public record Father(String given, String ofSon, String ofDaughter) {}

    /** An enterprise and the posts of those who come from it. */
    public record Employer(String name, List<String> posts) {}

    private static final Words ALL = new Words();

    private final List<Surname> surnames =
            rows("surnames.csv").map(row -> new Surname(row[0], row[1])).toList();
    private final List<Father> men =
            rows("given-male.csv").map(row -> new Father(row[0], row[1], row[2])).toList();
    private final List<String> women = rows("given-female.csv").map(row -> row[0]).toList();
    private final List<Employer> employers =
            rows("enterprises.csv")
                    .map(row -> new Employer(row[0], List.of(row[1].split(", "))))
                    .toList();
    private final List<String> settlements = lines("settlements.txt");
    private final List<String> requests = lines("requests.txt");
    private final List<String> teacherRequests = lines("teacher-requests.txt");
    private final List<String> competences = lines("competences.txt");
    private final List<String> interests = lines("interests.txt");
    private final List<String> subjects = lines("subjects.txt");
    private final List<String> colleges = lines("colleges.txt");

    private final Map<String, String> phrases =
            rows("phrases.csv").collect(Collectors.toMap(row -> row[0], row -> row[1]));

    private Words() {}

    /**
     * A phrase with which people fill a field, such as {@code order}.
     *
     * @throws IllegalArgumentException if there is none for it
     */
    public static String phrase(String field) {
        var phrase = ALL.phrases.get(field);
        if (phrase == null) {
            throw new IllegalArgumentException("No phrase for " + field);
        }
        return phrase;
    }

    public static Words all() {
        return ALL;
    }

    public List<Surname> surnames() {
        return surnames;
    }

    public List<Father> men() {
        return men;
    }

    public List<String> women() {
        return women;
    }

    public List<Employer> employers() {
        return employers;
    }

    /** Places after which schools are called, as the adjective of a school. */
    public List<String> settlements() {
        return settlements;
    }

    public List<String> requests() {
        return requests;
    }

    public List<String> teacherRequests() {
        return teacherRequests;
    }

    public List<String> competences() {
        return competences;
    }

    public List<String> interests() {
        return interests;
    }

    public List<String> subjects() {
        return subjects;
    }

    public List<String> colleges() {
        return colleges;
    }

    /** The rows of a table below {@code demo/}, without its heading. */
    public static Stream<String[]> rows(String table) {
        return lines(table).stream().skip(1).map(line -> line.split(";", -1));
    }

    static List<String> lines(String file) {
        return Arrays.stream(text(file).split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String text(String file) {
        try (InputStream in = Words.class.getResourceAsStream("/demo/" + file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
