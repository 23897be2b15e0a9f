package ru.mentoring.programs.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ru.mentoring.programs.MeetingType;

/** In which order meetings come (BR6). */
final class MeetingCycle {

    private MeetingCycle() {}

    /** Returns which kinds may come next after those already held. */
    static Set<MeetingType> next(List<MeetingType> held) {
        if (held.isEmpty()) {
            return EnumSet.of(MeetingType.ACQUAINTANCE);
        }
        return switch (held.getLast()) {
            case ACQUAINTANCE -> EnumSet.of(MeetingType.TRIAL, MeetingType.PLANNING);
            case TRIAL -> EnumSet.of(MeetingType.PLANNING);
            case PLANNING -> EnumSet.of(MeetingType.REGULAR);
            case REGULAR -> EnumSet.of(MeetingType.REGULAR, MeetingType.FINAL);
            case FINAL -> EnumSet.noneOf(MeetingType.class);
        };
    }
}
