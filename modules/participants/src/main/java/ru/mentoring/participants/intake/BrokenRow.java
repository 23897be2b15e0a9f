package ru.mentoring.participants.intake;

import java.util.List;
import ru.mentoring.participants.Side;

/** A row that cannot be taken over: where it stands, whom it means, and why. */
public record BrokenRow(String sheet, int line, Side side, String person, List<Fault> faults) {}
