package ru.mentoringlocal.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the demonstration is made.
 *
 * @param size what {@link ru.mentoringlocal.demo.plan.Extent#of} reads
 * @param seed the same seed makes the same regions, schools and people
 * @param schoolsBeforeStart how many schools have people before the start is reported as done; the
 *     rest fills while the application already answers
 */
@ConfigurationProperties("mentoring.demo")
public record DemoProperties(
        @DefaultValue("full") String size,
        @DefaultValue("2026") long seed,
        @DefaultValue("36") int schoolsBeforeStart) {}
