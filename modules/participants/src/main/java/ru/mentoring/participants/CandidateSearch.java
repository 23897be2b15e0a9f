package ru.mentoring.participants;

import java.time.LocalDate;
import java.util.Set;

/**
 * Whom somebody looks for when forming a mentorship.
 *
 * @param categories who may stand on that side in the wanted form of mentoring
 * @param text part of the name or of the class; empty for everybody
 * @param limit how many are wanted at most
 */
public record CandidateSearch(
        Side side, Set<Category> categories, String text, LocalDate on, int limit) {

    public CandidateSearch {
        categories = Set.copyOf(categories);
    }
}
