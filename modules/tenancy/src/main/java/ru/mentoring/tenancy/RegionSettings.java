package ru.mentoring.tenancy;

import java.time.ZoneId;

/** What the region of the current scope has settled for all its organisations. */
public interface RegionSettings {

    /**
     * The zone by whose clocks the region's people live: quiet hours and the hour of a letter are
     * counted by it. A region that has settled none lives in the installation's zone.
     */
    ZoneId zone();
}
