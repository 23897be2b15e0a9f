package ru.mentoring.tenancy.members;

/** What has become of a role that was to be taken away. */
public sealed interface Leaving {

    /**
     * It is gone.
     *
     * @param orphaned whether nobody else carries the role there now
     */
    record Taken(boolean orphaned) implements Leaving {}

    /** It had ended before. */
    record OverAlready() implements Leaving {}

    /** Nobody would be left there to give and take access: whoever is above has to do it. */
    record LastHead() implements Leaving {}
}
