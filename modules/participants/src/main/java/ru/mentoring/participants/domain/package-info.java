/** People, registers and consents: the rules, the tables and the use cases. */
@NullMarked
package ru.mentoring.participants.domain;

import org.jspecify.annotations.NullMarked;
