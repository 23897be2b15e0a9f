package ru.mentoring.participants;

import ru.mentoring.tenancy.Track;

/** Who a person is to the school; decides the track, the consents and the figures. */
public enum Category {
    PUPIL,
    TEACHER,
    STUDENT,
    EMPLOYEE,
    PARENT,
    ALUMNUS,
    OTHER;

    /**
     * Says whether such a person comes from outside the school, so that an adult is checked (BR9).
     */
    public boolean external() {
        return switch (this) {
            case PUPIL, TEACHER -> false;
            case STUDENT, EMPLOYEE, PARENT, ALUMNUS, OTHER -> true;
        };
    }

    /** Returns the track whose registers keep such a person; teachers have their own (BR23). */
    public Track track() {
        return this == TEACHER ? Track.TEACHERS : Track.LEARNERS;
    }
}
