package ru.mentoring.participants.domain;

/** Somebody who is to stand in a register: the card and the row. */
public record Registrant(Card card, Wish wish) {}
