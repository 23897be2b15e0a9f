package ru.mentoring.tenancy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which permission a page or command of an organisation needs.
 *
 * <p>Each handler below {@code /s/{org}}, {@code /d/{org}} or {@code /r/{org}} carries it; one
 * without is refused when it is called and fails the build before.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Permitted {

    /** A permission of the permission table, such as {@code roadmap.submit}. */
    String value();
}
