/** Tasks, who has them today, and the letters that tell about them. */
@NullMarked
package ru.mentoring.agenda.domain;

import org.jspecify.annotations.NullMarked;
