/** Mentorships, their confirmations and their meetings: the rules, the tables and the use cases. */
@NullMarked
package ru.mentoring.programs.domain;

import org.jspecify.annotations.NullMarked;
