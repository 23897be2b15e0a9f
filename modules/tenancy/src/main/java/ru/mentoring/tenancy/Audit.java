package ru.mentoring.tenancy;

import java.util.UUID;

/**
 * The trail of who changed or saw what. Entries hold ids and names of fields, never values.
 *
 * <p>Every action that code records has a word for people in {@code messages/audit-<module>
 * .properties} under {@code audit.action.<action>}, and its object type under {@code
 * audit.object.<type>}.
 */
public interface Audit {

    /**
     * Adds an entry within the running transaction: a change that is rolled back leaves none.
     *
     * @param action what happened, in business words: {@code roadmap.submitted}
     * @param objectType what it happened to: {@code roadmap}
     * @param fields names of the fields that changed; never their values
     */
    void record(String action, String objectType, UUID objectId, String... fields);

    /**
     * Adds an entry about data that somebody is about to be shown: names of a list, a card with
     * consents, a file. To be called when the data has been found and before any of it leaves;
     * outside a transaction it makes one, so that nobody sees without an entry.
     *
     * @param action what was looked at, ending in {@code seen} or {@code downloaded}: {@code
     *     consent.list-seen}
     * @param objectType what was looked at; an organisation for its lists
     */
    void read(String action, String objectType, UUID objectId);

    /**
     * Adds an entry about somebody who was refused for want of a permission. To be called after the
     * transaction of what was refused has ended.
     */
    void refused(String permission);
}
