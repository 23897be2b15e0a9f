package ru.mentoring.participants.web;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class ParticipantsNavigation {

    private static final String PEOPLE = "participants.nav.people";

    @Bean
    NavigationEntry menteesLink() {
        return entry("participants.nav.mentees", "/mentees", "users", 100, "person.view");
    }

    @Bean
    NavigationEntry mentorsLink() {
        return entry("participants.nav.mentors", "/mentors", "user-check", 110, "person.view");
    }

    @Bean
    NavigationEntry consentsLink() {
        return entry("participants.nav.consents", "/consents", "shield-check", 120, "consent.view");
    }

    private static NavigationEntry entry(
            String key, String path, String icon, int order, String permission) {
        return new NavigationEntry(
                key, path, icon, PEOPLE, order, permission, EnumSet.of(Level.SCHOOL));
    }
}
