package ru.mentoringlocal.demo;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** Makes the demonstration where {@code mentoring.demo.size} asks for one. */
@AutoConfiguration
@ConditionalOnProperty("mentoring.demo.size")
@EnableConfigurationProperties(DemoProperties.class)
@Import({
    Foundation.class,
    Memberships.class,
    Arrival.class,
    BulkPeople.class,
    BulkMentorships.class,
    BulkRoadmaps.class,
    OpenTasks.class,
    HandWork.class,
    Numbers.class,
    Demonstration.class,
    Filling.class,
    FillingNotice.class
})
class DemoAutoConfiguration {}
