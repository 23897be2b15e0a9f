/** Draws the demonstration from a seed: who exists, what happened and when. Touches no database. */
@NullMarked
package ru.mentoringlocal.demo.plan;

import org.jspecify.annotations.NullMarked;
