package ru.mentoring.tenancy;

import java.util.UUID;

/**
 * Identifies an organisation of the programme: a school, a district authority, the regional centre.
 */
public record OrgId(UUID value) {}
