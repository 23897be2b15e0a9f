package ru.mentoring.shared.pages;

import java.util.Optional;

/**
 * Tells the layout what waits to be seen by whoever looks; implemented by the module that knows.
 *
 * <p>Asked once for each page that is drawn around an organisation, so it must be quick. Where it
 * answers empty, or no such bean exists, there is no bell.
 */
public interface BellSource {

    /** Returns the bell of the running request. */
    Optional<Bell> bell();

    /**
     * The bell in the header.
     *
     * @param href the page with the list
     * @param refresh where a page that stays open gets the bell anew
     * @param unread how many things wait to be seen
     */
    record Bell(String href, String refresh, int unread) {}
}
