package ru.mentoring.tenancy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page that shows what only few may see: names of children, consents, cards. That somebody opened
 * it is recorded when the page has been put together and before any of it leaves; if it cannot be
 * recorded, it is not shown.
 *
 * <p>For handlers that answer with a page. Whoever answers with a file calls {@link Audit#read}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {

    /** What was looked at, ending in {@code seen}: {@code consent.list-seen}. */
    String value();

    /** Type of the object; the organisation itself for its lists. */
    String object() default "organisation";

    /** Variable of the address with the object's id; empty for the organisation itself. */
    String id() default "";
}
