package ru.mentoring.shared.pages;

/**
 * One event in the history of a thing.
 *
 * @param what what happened
 * @param detail when, by whom, and what else matters
 */
public record HistoryLine(String what, String detail) {}
