/** Indicators, their lights, targets and denominators, and the figures that pages ask for. */
@NullMarked
package ru.mentoring.monitoring.domain;

import org.jspecify.annotations.NullMarked;
