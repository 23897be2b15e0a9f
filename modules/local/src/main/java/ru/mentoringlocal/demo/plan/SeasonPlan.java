package ru.mentoringlocal.demo.plan;

import java.util.UUID;
import ru.mentoring.tenancy.Track;

/** A school year of a track; the running one is active (BR1). */
public record SeasonPlan(UUID id, Track track, int startYear, boolean active) {}
