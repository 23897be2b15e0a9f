/**
 * Reads what people write in the column of deadlines, and says what dates it means.
 *
 * <p>{@link ru.mentoring.roadmaps.recognition.deadline.DeadlineReader} reads an expression, {@link
 * ru.mentoring.roadmaps.recognition.deadline.Deadline} is what it means, {@link
 * ru.mentoring.roadmaps.recognition.deadline.DeadlineNotation} keeps that as one line of text.
 */
@NullMarked
package ru.mentoring.roadmaps.recognition.deadline;

import org.jspecify.annotations.NullMarked;
