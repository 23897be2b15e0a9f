package ru.mentoring.shared.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Insists on secrets that deserve the name. */
final class Secrets {

    private static final int FEWEST_CHARACTERS = 12;
    private static final int FEWEST_DIFFERENT = 6;

    /** What a key must have by which names are hashed. */
    private static final int CHARACTERS_OF_A_KEY = 32;

    /** Values that stand in this repository, and those that everybody tries first. */
    private static final Set<String> KNOWN =
            Set.of(
                    "lukomorye-2026",
                    "local-start-only-not-a-secret",
                    "local-key-for-invented-people-only",
                    "for-tests-only",
                    "an-identity-key-for-tests-only-000000",
                    "nothing-is-hashed-while-migrating",
                    "mentoring",
                    "mentoring_app",
                    "mentoring_migrator",
                    "postgres",
                    "keycloak",
                    "password",
                    "change-me",
                    "changeme");

    private record Secret(String property, String variable, int length) {}

    private static final Secret DATABASE =
            new Secret(
                    "spring.datasource.password", "MENTORING_DATABASE_PASSWORD", FEWEST_CHARACTERS);
    private static final Secret MIGRATOR =
            new Secret("spring.flyway.password", "MENTORING_MIGRATOR_PASSWORD", FEWEST_CHARACTERS);
    private static final Secret REALM =
            new Secret(
                    "mentoring.identity.client-secret",
                    "MENTORING_IDENTITY_SECRET",
                    FEWEST_CHARACTERS);
    private static final Secret NAMES =
            new Secret(
                    "mentoring.participants.identity-key",
                    "MENTORING_PARTICIPANTS_KEY",
                    CHARACTERS_OF_A_KEY);

    private Secrets() {}

    /** Insists on what serving pages takes. */
    static void insist(GivenSettings given) {
        insist(given, List.of(DATABASE, REALM, NAMES));
    }

    /** Insists on what a run over the database takes that serves no pages. */
    static void insistOnDatabase(GivenSettings given, boolean migrates) {
        insist(given, List.of(migrates ? MIGRATOR : DATABASE));
    }

    private static void insist(GivenSettings given, List<Secret> secrets) {
        var seen = new HashMap<String, String>();
        for (var secret : secrets) {
            var value = given.need(secret.property(), secret.variable());
            insist(secret, value);
            var other = seen.put(value, secret.variable());
            if (other != null) {
                throw new WrongSettings(
                        "%s and %s are the same: give each a value of its own, for instance by `openssl rand -hex 24`."
                                .formatted(other, secret.variable()));
            }
        }
    }

    private static void insist(Secret secret, String value) {
        if (KNOWN.contains(value.toLowerCase(Locale.ROOT))) {
            throw new WrongSettings(
                    "%s has a value that everybody can know: give it one of its own, for instance by `openssl rand -hex 24`."
                            .formatted(secret.variable()));
        }
        if (value.length() < secret.length()) {
            throw new WrongSettings(
                    "%s is too short: it has %d characters and needs %d, for instance by `openssl rand -hex 24`."
                            .formatted(secret.variable(), value.length(), secret.length()));
        }
        if (value.chars().distinct().count() < FEWEST_DIFFERENT) {
            throw new WrongSettings(
                    "%s can be guessed: it repeats the same few characters. Make one by `openssl rand -hex 24`."
                            .formatted(secret.variable()));
        }
    }
}
