package ru.mentoring.tenancy.search;

import java.util.Set;
import ru.mentoring.tenancy.Level;

/**
 * One kind of things that can be found by the search field; modules declare theirs as beans.
 *
 * <p>It is asked in the scope of whoever searches, and shows only what that scope may see and open.
 */
public interface Findable {

    /** Message key of the heading under which its finds stand. */
    String key();

    /** Its place among all kinds, the smallest first. */
    int order();

    /** The permission that opens the pages of these things; who has it not is not shown any. */
    String permission();

    /** At which levels these things can be found. */
    Set<Level> levels();

    /**
     * Looks for things.
     *
     * @param wanted something that is not {@linkplain Wanted#isTooShort() too short}
     * @param most how many are shown at most
     */
    Finds find(Wanted wanted, int most);
}
