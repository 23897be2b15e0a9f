package ru.mentoring.tenancy;

import java.util.Locale;

/** Somebody who can sign in, as far as colleagues may know them. */
public record AccountView(AccountId id, String displayName, String email, Locale locale) {}
