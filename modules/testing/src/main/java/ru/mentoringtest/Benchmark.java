package ru.mentoringtest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Measures instead of checking: the build leaves it out, {@code mvnw -Pbenchmarks test} runs it.
 * What it finds goes to {@code docs/benchmarks.md}.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("benchmark")
public @interface Benchmark {}
