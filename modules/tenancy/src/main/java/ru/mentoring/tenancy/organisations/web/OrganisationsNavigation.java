package ru.mentoring.tenancy.organisations.web;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class OrganisationsNavigation {

    @Bean
    NavigationEntry organisationsLink() {
        return new NavigationEntry(
                "tenancy.organisations.nav",
                "/organisations",
                "school",
                "",
                80,
                "organisation.view",
                EnumSet.of(Level.SCHOOL, Level.DISTRICT, Level.REGION));
    }
}
