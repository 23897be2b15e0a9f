package ru.mentoring.tenancy;

import java.util.UUID;

/** The trail of who changed or saw what. */
public interface Audit {

    /**
     * Adds an entry within the running transaction: a change that is rolled back leaves none.
     *
     * @param action what happened, in business words: {@code roadmap.submitted}
     * @param objectType what it happened to: {@code roadmap}
     * @param fields names of the fields that changed; never their values
     */
    void record(String action, String objectType, UUID objectId, String... fields);
}
