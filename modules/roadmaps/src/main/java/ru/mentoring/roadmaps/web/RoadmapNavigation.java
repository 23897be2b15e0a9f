package ru.mentoring.roadmaps.web;

import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mentoring.roadmaps.recognition.RoadmapRecognition;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NavigationEntry;

@Configuration(proxyBeanMethods = false)
class RoadmapNavigation {

    @Bean
    NavigationEntry ownRoadmap() {
        return new NavigationEntry(
                "roadmaps.nav.own",
                "/roadmap",
                "route",
                "",
                20,
                "roadmap.read",
                EnumSet.of(Level.SCHOOL));
    }

    @Bean
    NavigationEntry roadmapsToReview() {
        return new NavigationEntry(
                "roadmaps.nav.review",
                "/review",
                "route",
                "",
                20,
                "roadmap.review",
                EnumSet.of(Level.DISTRICT, Level.REGION));
    }

    @Bean
    RoadmapRecognition roadmapRecognition() {
        return new RoadmapRecognition();
    }
}
