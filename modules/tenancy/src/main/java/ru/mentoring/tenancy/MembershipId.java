package ru.mentoring.tenancy;

import java.util.UUID;

/** Identifies a role that somebody has or had at an organisation, with its term and its ground. */
public record MembershipId(UUID value) {}
