package ru.mentoring.journeys;

import java.util.Locale;

/** How the people of a journey use the product. */
enum Manner {
    RUSSIAN(Locale.of("ru"), true, 1366, 768, 1),
    WITHOUT_SCRIPTS(Locale.of("ru"), false, 1366, 768, 1),
    ENGLISH_ON_A_PHONE(Locale.ENGLISH, true, 390, 844, 1),
    TWO_REPLICAS_IN_TURN(Locale.of("ru"), true, 1366, 768, 2);

    final Locale language;
    final boolean scripts;
    final int width;
    final int height;
    final int replicas;

    Manner(Locale language, boolean scripts, int width, int height, int replicas) {
        this.language = language;
        this.scripts = scripts;
        this.width = width;
        this.height = height;
        this.replicas = replicas;
    }

    /** Says whether the sections are folded away behind the bar at the lower edge. */
    boolean phone() {
        return width < 600;
    }
}
