package ru.mentoringlocal.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** An invented person who can sign in to the local start. */
record LocalAccount(
        String login,
        String subject,
        String surname,
        String first,
        String patronymic,
        String email) {

    String displayName() {
        return surname + " " + first + " " + patronymic;
    }

    /** Returns everybody who can sign in, in the order in which the start lists them. */
    static List<LocalAccount> all() {
        try {
            return new ClassPathResource("local-accounts.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";"))
                    .map(cells ->
                            new LocalAccount(
                                    cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
