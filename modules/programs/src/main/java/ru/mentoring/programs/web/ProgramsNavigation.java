package ru.mentoring.programs.web;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NavigationEntry;

/** Where pairs and groups stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ProgramsNavigation {

    @Bean
    NavigationEntry pairsLink() {
        return new NavigationEntry(
                "programs.nav.pairs",
                "/pairs",
                "handshake",
                "programs.nav.work",
                200,
                "mentorship.view",
                EnumSet.of(Level.SCHOOL));
    }
}
