package ru.mentoring.shared.pages;

/**
 * One step of a document's way.
 *
 * @param title what the step is called
 * @param detail when and by whom, or what it waits for
 */
public record TrackStep(String title, String detail, State state) {

    /** Where the document stands with regard to a step. */
    public enum State {
        /** The step is behind it. */
        DONE,
        /** It is here. */
        CURRENT,
        /** It has been sent back from here. */
        RETURNED,
        /** The step lies ahead. */
        AHEAD
    }

    /** Returns whether the document stands at this step. */
    public boolean current() {
        return state == State.CURRENT || state == State.RETURNED;
    }

    /** Returns the step's look in the stylesheet. */
    public String look() {
        return switch (state) {
            case DONE -> "done";
            case CURRENT -> "now";
            case RETURNED -> "back";
            case AHEAD -> "";
        };
    }
}
