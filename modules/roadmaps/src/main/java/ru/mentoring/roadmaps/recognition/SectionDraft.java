package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.List;

/** A section in the making. */
final class SectionDraft {

    private final Place place;
    private final String number;
    private final List<String> content = new ArrayList<>();
    private final List<ItemDraft> items = new ArrayList<>();
    private String title;

    SectionDraft(Place place, String number, String title) {
        this.place = place;
        this.number = number;
        this.title = title;
    }

    /** Takes number and title from a heading. */
    static SectionDraft of(Place place, String heading) {
        ItemNumber.Numbered numbered = ItemNumber.leading(heading);
        return numbered == null
                ? new SectionDraft(place, "", heading)
                : new SectionDraft(place, numbered.number(), numbered.rest());
    }

    Place place() {
        return place;
    }

    String number() {
        return number;
    }

    String title() {
        return title;
    }

    String heading() {
        return (number + " " + title).strip();
    }

    /** Takes in the rest of a title that a page has broken. */
    void readOn(String more) {
        title = String.join("", Lines.joinBroken(List.of(title), List.of(more)));
    }

    List<String> content() {
        return content;
    }

    List<ItemDraft> items() {
        return items;
    }
}
