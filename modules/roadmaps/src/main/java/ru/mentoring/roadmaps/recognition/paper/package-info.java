/**
 * Turns a file into a paper: paragraphs and tables with their cells, without a thought about what
 * they mean.
 *
 * <p>Word files are read by {@link ru.mentoring.roadmaps.recognition.paper.WordChild} in a process
 * of its own; this package therefore uses nothing but the JDK and {@code
 * ru.mentoring.shared.files}.
 */
@NullMarked
package ru.mentoring.roadmaps.recognition.paper;

import org.jspecify.annotations.NullMarked;
