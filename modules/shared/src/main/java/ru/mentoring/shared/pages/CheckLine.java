package ru.mentoring.shared.pages;

/**
 * One line of what is to be looked over before it is sent.
 *
 * @param label what it is
 * @param value what it says
 * @param change where it can be changed, or empty
 */
public record CheckLine(String label, String value, String change) {}
