package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.EntryState;
import ru.mentoring.participants.domain.SigningPolicy;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoringlocal.demo.plan.Attendee.Row;

/** Draws the consents: who signs what, and when. */
final class Papers {

    private record Paper(PersonPlan person, ConsentKind kind) {}

    private static final SigningPolicy POLICY = SigningPolicy.load();

    private final LocalDate today;
    private final Map<Paper, ConsentPlan> signed = new LinkedHashMap<>();

    Papers(LocalDate today) {
        this.today = today;
    }

    /**
     * Lets somebody who enters a register sign what the role needs, unless it was signed before; a
     * consent once given holds. Whoever is not among the given share signs half of it or nothing.
     */
    void sign(Row row, double share, Dice dice) {
        var who = row.who;
        var day = dice.day(row.enteredOn.plusDays(1), LocalDate.of(row.season.startYear(), 10, 10));
        boolean willing = who.consenting || dice.chance(share);
        if (day.isAfter(today)) {
            admit(who);
            return;
        }
        if (!willing) {
            if (dice.chance(0.5)) {
                half(who.card, day, dice);
            }
            return;
        }
        who.consenting = true;
        sign(who.card, ConsentKind.CN1, day, dice);
        if (who.card.minorOn(day)) {
            sign(who.card, ConsentKind.CN2, day, dice);
        }
        if (dice.chance(0.2)) {
            sign(who.card, ConsentKind.CN3, day, dice);
        }
        if (row.offer != null && dice.chance(0.7)) {
            sign(who.card, ConsentKind.CN5, day, dice);
        }
        if (row.offer != null && who.card.category() == Category.TEACHER) {
            sign(who.card, ConsentKind.CN7, day, dice);
        }
        admit(who);
    }

    /**
     * Whoever has signed CN1 stands in all their registers by right, the earlier ones too (BR2).
     */
    private static void admit(Attendee who) {
        if (!who.consenting) {
            return;
        }
        Stream.concat(who.asMentee.values().stream(), who.asMentor.values().stream())
                .filter(row -> row.state == EntryState.CONSENT_PENDING)
                .forEach(row -> row.state = EntryState.REGISTERED);
    }

    private void sign(PersonPlan person, ConsentKind kind, LocalDate day, Dice dice) {
        POLICY.signers(kind, person.ageOn(day))
                .ifPresent(needed -> keep(person, kind, needed, needed, day, dice));
    }

    /** The paper lies there, but one signature of two is missing. */
    private void half(PersonPlan person, LocalDate day, Dice dice) {
        var needed = POLICY.signers(ConsentKind.CN1, person.ageOn(day));
        if (needed.isPresent() && needed.get().size() > 1) {
            keep(person, ConsentKind.CN1, needed.get(), EnumSet.of(Signer.PERSON), day, dice);
        }
    }

    private void keep(
            PersonPlan person,
            ConsentKind kind,
            Set<Signer> needed,
            Set<Signer> given,
            LocalDate day,
            Dice dice) {
        var consent = new ConsentPlan(dice.id(day), person, kind, needed, given, day, null);
        signed.merge(
                new Paper(person, kind),
                consent,
                (earlier, later) -> earlier.complete() ? earlier : later);
    }

    /** Takes the consent to the processing of personal data back. */
    void withdraw(PersonPlan person, LocalDate day) {
        signed.computeIfPresent(
                new Paper(person, ConsentKind.CN1), (paper, consent) -> consent.withdrawn(day));
    }

    List<ConsentPlan> plans() {
        return List.copyOf(new ArrayList<>(signed.values()));
    }
}
