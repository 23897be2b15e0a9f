package ru.mentoring.shared.pages;

/**
 * One line of a list to choose from.
 *
 * @param value what the form sends
 * @param text what the reader sees
 */
public record Option(String value, String text) {}
