package ru.mentoring.tenancy.audit.web;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class AuditNavigation {

    @Bean
    NavigationEntry auditLink() {
        return new NavigationEntry(
                "tenancy.nav.audit",
                "/audit",
                "history",
                "tenancy.nav.organisation",
                920,
                "audit.read",
                EnumSet.of(Level.SCHOOL, Level.REGION));
    }
}
