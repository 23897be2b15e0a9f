package ru.mentoring.tenancy.profile.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import ru.mentoring.tenancy.profile.ProfileDesk.Seen;

/** Which statement somebody has ticked, and in which version it stood there: {@code id:version}. */
final class SeenMark {

    private static final Pattern SHAPE = Pattern.compile("([0-9a-fA-F-]{36}):([0-9]{1,9})");

    private SeenMark() {}

    static Seen read(String text) {
        var mark = SHAPE.matcher(text);
        if (mark.matches()) {
            try {
                return new Seen(UUID.fromString(mark.group(1)), Integer.parseInt(mark.group(2)));
            } catch (IllegalArgumentException unreadable) {
                // Answered below, like everything that no page of ours sends.
            }
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
