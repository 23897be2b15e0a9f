/** What a module below may plug into the pages of participants. */
@NamedInterface("spi")
@NullMarked
package ru.mentoring.participants.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
