package ru.mentoring.programs.domain;

import java.time.LocalDate;

/** How and when somebody has agreed to a mentorship, as the curator writes it down. */
public record Confirmation(Voice voice, How how, LocalDate on) {

    /** Who speaks: the person, or for a minor the representative besides. */
    public enum Voice {
        PERSON,
        REPRESENTATIVE
    }

    /** In which way it reached the curator. */
    public enum How {
        IN_PERSON,
        PAPER,
        PHONE,
        MESSAGE
    }
}
