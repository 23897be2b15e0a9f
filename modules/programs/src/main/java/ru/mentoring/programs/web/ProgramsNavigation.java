package ru.mentoring.programs.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NavigationEntry;

/** Where pairs and groups stand in the navigation of a school. */
@Configuration(proxyBeanMethods = false)
class ProgramsNavigation {

    @Bean
    NavigationEntry pairsEntry() {
        return new NavigationEntry(
                "programs.nav.pairs",
                "/pairs",
                "handshake",
                "programs.nav.work",
                130,
                "mentorship.view",
                Set.of(Level.SCHOOL));
    }
}
