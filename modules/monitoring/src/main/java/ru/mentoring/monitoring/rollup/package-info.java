/** The job that counts people and enterprises anew from the published views. */
@NullMarked
package ru.mentoring.monitoring.rollup;

import org.jspecify.annotations.NullMarked;
