package ru.mentoring.agenda.web;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class AgendaNavigation {

    @Bean
    NavigationEntry myTasks() {
        return new NavigationEntry(
                "agenda.nav.home",
                "/home",
                "square-check-big",
                "",
                10,
                "agenda.read",
                EnumSet.of(Level.SCHOOL, Level.DISTRICT, Level.REGION));
    }
}
