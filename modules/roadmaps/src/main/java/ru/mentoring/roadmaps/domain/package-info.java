/** Roadmaps, their rows and remarks, and the way from a draft into force. */
@NullMarked
package ru.mentoring.roadmaps.domain;

import org.jspecify.annotations.NullMarked;
