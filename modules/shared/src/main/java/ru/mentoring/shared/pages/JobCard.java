package ru.mentoring.shared.pages;

/**
 * How far a long piece of work has come.
 *
 * @param title what is being done
 * @param done how many of {@code total} are done
 * @param total how many there are to do; 0 while that is not known
 * @param left the time that is left in words, or empty
 * @param outcome the result or the cause of the failure in words, or empty
 * @param poll address that answers with this card again
 * @param stop address that stops the work when a form is sent there, or empty
 */
public record JobCard(
        String title,
        State state,
        long done,
        long total,
        String left,
        String outcome,
        String poll,
        String stop) {

    /** What has become of the work. */
    public enum State {
        RUNNING,
        FINISHED,
        FAILED,
        STOPPED
    }

    /** Returns whether the card has to ask again. */
    public boolean running() {
        return state == State.RUNNING;
    }

    public boolean finished() {
        return state == State.FINISHED;
    }

    public boolean failed() {
        return state == State.FAILED;
    }

    public boolean stopped() {
        return state == State.STOPPED;
    }

    public String colour() {
        return switch (state) {
            case RUNNING, STOPPED -> "";
            case FINISHED -> "ok";
            case FAILED -> "bad";
        };
    }
}
