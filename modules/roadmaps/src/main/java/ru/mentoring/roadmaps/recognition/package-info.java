/**
 * Recognises a roadmap in a paper as people really write it.
 *
 * <p>{@link ru.mentoring.roadmaps.recognition.RoadmapRecognition} takes a Word file or text and
 * answers with a {@link ru.mentoring.roadmaps.recognition.RecognisedRoadmap} — header, sections,
 * items, and line by line what was understood and what was not — or with a {@link
 * ru.mentoring.roadmaps.recognition.Refusal}. It stores nothing and repairs nothing in silence:
 * numbers and deadlines stay as written, doubts are findings for a person to settle. It goes by the
 * meaning of headers and cells, so columns may stand in any order, be named otherwise or be
 * missing.
 */
@NullMarked
package ru.mentoring.roadmaps.recognition;

import org.jspecify.annotations.NullMarked;
