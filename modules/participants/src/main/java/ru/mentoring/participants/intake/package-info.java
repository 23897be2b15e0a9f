/**
 * Takes registers in from spreadsheets: recognises what the columns mean, judges each row, shows
 * what would happen, and enters the good rows once somebody has confirmed it.
 */
@NullMarked
package ru.mentoring.participants.intake;

import org.jspecify.annotations.NullMarked;
