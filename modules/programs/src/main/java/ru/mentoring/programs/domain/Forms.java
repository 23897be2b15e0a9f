package ru.mentoring.programs.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.mentoring.participants.Category;
import ru.mentoring.programs.Form;
import ru.mentoring.tenancy.Track;

/** The forms of mentoring that exist. The table is data: {@code programs/forms.csv}. */
@Component
public class Forms {

    private final List<Form> forms;

    Forms() {
        var stream =
                Objects.requireNonNull(
                        Forms.class.getResourceAsStream("/programs/forms.csv"),
                        "forms.csv is missing");
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var read = new ArrayList<Form>();
            reader.lines().skip(1).filter(l -> !l.isBlank()).forEach(l -> read.add(parse(l)));
            forms = List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Form parse(String line) {
        var cells = line.split(";", -1);
        return new Form(
                cells[0],
                Track.valueOf(cells[1]),
                categories(cells[2]),
                categories(cells[3]),
                Integer.parseInt(cells[4]),
                Form.Papers.valueOf(cells[5]));
    }

    private static Set<Category> categories(String words) {
        return Arrays.stream(words.split(" "))
                .map(Category::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns all forms in the order in which they are offered. */
    public List<Form> all() {
        return forms;
    }

    /** Returns the form with that code, if there is one. */
    public Optional<Form> find(String code) {
        return forms.stream().filter(form -> form.code().equals(code)).findFirst();
    }

    Form require(String code) {
        return find(code)
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no form of mentoring " + code));
    }
}
