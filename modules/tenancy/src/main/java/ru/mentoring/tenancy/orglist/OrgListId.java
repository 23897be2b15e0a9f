package ru.mentoring.tenancy.orglist;

import java.util.UUID;

/** Identity of an uploaded list. */
public record OrgListId(UUID value) {}
