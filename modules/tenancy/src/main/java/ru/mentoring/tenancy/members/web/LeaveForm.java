package ru.mentoring.tenancy.members.web;

/** The decision to take a role away; there is nothing to fill in. */
record LeaveForm() {}
