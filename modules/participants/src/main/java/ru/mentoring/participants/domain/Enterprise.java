package ru.mentoring.participants.domain;

/** The enterprise that somebody works for, as a card or a register names it. */
public record Enterprise(Inn inn, String name) {}
