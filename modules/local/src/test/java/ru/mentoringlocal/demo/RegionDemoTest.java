package ru.mentoringlocal.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import ru.mentoring.DemoTestApplication;
import ru.mentoring.participants.domain.RegisterReplay;
import ru.mentoring.programs.domain.MentorshipReplay;
import ru.mentoring.roadmaps.domain.RoadmapReplay;
import ru.mentoringtest.TestDatabase;

/** A test over a database with small schools in all seventeen districts, complete at the start. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = DemoTestApplication.class,
        properties = {
            "mentoring.demo.size=60x4500",
            "mentoring.demo.schools-before-start=100",
            "mentoring.monitoring.look-every=PT0.2S"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({NamedLogins.class, RoadmapReplay.class, RegisterReplay.class, MentorshipReplay.class})
@interface RegionDemoTest {}
