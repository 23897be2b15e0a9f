/** Pages on which roadmaps are read, written, checked and approved. */
@NullMarked
package ru.mentoring.roadmaps.web;

import org.jspecify.annotations.NullMarked;
