package ru.mentoring.tenancy.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mentoring.shared.SchoolYear;

/**
 * The school years for which facts are kept: the running one and those before it. Numbers of the
 * beginning of a year are not known earlier.
 */
@Component
public class ProfileYears {

    /** The programme began in the school year 2019/20. */
    private static final int FIRST = 2019;

    private final Clock clock;

    ProfileYears(Clock clock) {
        this.clock = clock;
    }

    /** Returns the running year by the calendar year in which it began. */
    public int running() {
        return SchoolYear.of(LocalDate.now(clock)).startYear();
    }

    /** Returns all years, the running one first. */
    public List<Integer> all() {
        int running = running();
        return IntStream.iterate(running, year -> year >= FIRST, year -> year - 1).boxed().toList();
    }

    /**
     * Reads a year from an address; without one it is the running one.
     *
     * @throws NoSuchProfileYear if nothing can be stated for it
     */
    public int read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return running();
        }
        return all().stream()
                .filter(year -> text.strip().equals(String.valueOf(year)))
                .findFirst()
                .orElseThrow(NoSuchProfileYear::new);
    }

    /**
     * Insists on a year for which facts are kept.
     *
     * @throws NoSuchProfileYear if it is none
     */
    void demand(int year) {
        if (!all().contains(year)) {
            throw new NoSuchProfileYear();
        }
    }
}
