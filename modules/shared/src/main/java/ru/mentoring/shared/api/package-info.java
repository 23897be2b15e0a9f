/**
 * How programs are answered that call below {@code /api/}: what went wrong, as a problem (RFC 9457)
 * in the language the program asked for.
 */
@NamedInterface("api")
@NullMarked
package ru.mentoring.shared.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
