package ru.mentoring.tenancy.members.web;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class MembersNavigation {

    @Bean
    NavigationEntry membersLink() {
        return new NavigationEntry(
                "tenancy.members.nav",
                "/members",
                "users",
                "tenancy.nav.organisation",
                85,
                "member.view",
                EnumSet.of(Level.SCHOOL, Level.DISTRICT, Level.REGION));
    }
}
