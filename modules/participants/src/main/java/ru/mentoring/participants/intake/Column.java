package ru.mentoring.participants.intake;

/** What a column of a register means. */
public enum Column {
    NUMBER,
    NAME,
    SURNAME,
    GIVEN_NAME,
    PATRONYMIC,
    BIRTH,
    CATEGORY,
    CLASS,
    POST,
    WORKPLACE,
    INN,
    TEACHING_SINCE,
    CONTACTS,
    PHONE,
    EMAIL,
    REPRESENTATIVE,
    REPRESENTATIVE_PHONE,
    REQUEST,
    COMPETENCES,
    ACHIEVEMENTS,
    INTERESTS,
    AGES,
    HOURS,
    ENTERED_ON,
    FORM,
    /**
     * Understood, but it tells of the other side or of the end of the programme: not taken over.
     */
    OTHER_SIDE,
    /** Not understood. */
    UNKNOWN;

    /** Says whether its cells are taken over. */
    public boolean used() {
        return this != NUMBER && this != OTHER_SIDE && this != UNKNOWN;
    }
}
