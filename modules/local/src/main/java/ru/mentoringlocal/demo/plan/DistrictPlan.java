package ru.mentoringlocal.demo.plan;

import java.util.List;
import java.util.UUID;

/** A district with its schools. */
public record DistrictPlan(
        UUID id, String code, String name, String fullName, List<SchoolPlan> schools) {}
