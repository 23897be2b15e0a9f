package ru.mentoring.roadmaps.recognition;

import java.util.List;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;

/**
 * One item of a roadmap. Texts are as written, with pieces from two pages joined; what is not there
 * is empty.
 *
 * @param number exactly as written ("1.10.", "2"), empty if there is none
 * @param title what is to be done, in one line; the words before the list where the cell holds one
 * @param content the lines of such a list, or the single activities where one cell names several
 * @param wording the whole cell, lines kept
 * @param deadlineText the deadline in the author's words
 * @param responsible each person, role or organisation by itself
 * @param note texts of columns that have no place of their own, each with its column's head
 */
public record RecognisedItem(
        String number,
        String title,
        List<String> content,
        String wording,
        String deadlineText,
        Deadline deadline,
        List<String> responsible,
        String result,
        String indicator,
        String note,
        Place place) {

    public RecognisedItem {
        content = List.copyOf(content);
        responsible = List.copyOf(responsible);
    }
}
