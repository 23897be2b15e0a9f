package ru.mentoring.monitoring.web;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NavigationEntry;

/** Where the figures stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class MonitoringNavigation {

    @Bean
    NavigationEntry dashboardEntry() {
        return new NavigationEntry(
                "monitoring.nav.dashboard",
                "/dashboard",
                "chart-column",
                "",
                30,
                "dashboard.read",
                Set.of(Level.SCHOOL, Level.DISTRICT, Level.REGION));
    }

    @Bean
    NavigationEntry normsEntry() {
        return new NavigationEntry(
                "monitoring.nav.norms",
                "/norms",
                "settings",
                "",
                90,
                "norm.write",
                Set.of(Level.SCHOOL, Level.DISTRICT, Level.REGION));
    }
}
