package ru.mentoring.roadmaps.web;

/**
 * One thing that keeps somebody from what they wanted to do.
 *
 * @param text what is wrong and what to do about it
 * @param link where it can be put right; empty if nowhere in particular
 */
record Trouble(String text, String link) {}
