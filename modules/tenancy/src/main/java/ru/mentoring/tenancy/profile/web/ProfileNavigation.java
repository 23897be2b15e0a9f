package ru.mentoring.tenancy.profile.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NavigationEntry;

/** Where the facts of schools stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ProfileNavigation {

    @Bean
    NavigationEntry profilesEntry() {
        return new NavigationEntry(
                "tenancy.profile.nav.all",
                "/profiles",
                "clipboard-list",
                "",
                85,
                "profile.view",
                Set.of(Level.DISTRICT, Level.REGION));
    }

    @Bean
    NavigationEntry profileEntry() {
        return new NavigationEntry(
                "tenancy.profile.nav.own",
                "/profile",
                "clipboard-list",
                "",
                85,
                "profile.view",
                Set.of(Level.SCHOOL));
    }
}
