package ru.mentoring.participants.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.PersonId;
import ru.mentoring.tenancy.SeasonView;

/** A row of the register of mentors in one season. */
@AggregateRoot
@Entity
@Table(schema = "participants", name = "mentor_entry")
non-sealed class MentorEntry extends RegisterEntry {

    private @Nullable String competences;
    private @Nullable String achievements;
    private @Nullable String interests;
    private @Nullable Integer ageFrom;
    private @Nullable Integer ageTo;
    private @Nullable String hours;
    private @Nullable LocalDate trainedOn;
    private @Nullable String trainingNote;
    private @Nullable String trainingWaiver;
    private @Nullable String safetyDocument;
    private @Nullable LocalDate safetyIssuedOn;
    private @Nullable LocalDate safetyValidTo;
    private @Nullable String safetyWaiver;

    protected MentorEntry() {}

    MentorEntry(PersonId person, SeasonView season, LocalDate enteredOn) {
        super(person, season, enteredOn);
    }

    /** Takes over what a row says and keeps what it leaves out. Says whether anything changed. */
    boolean merge(Wish.Offer row) {
        var before = content();
        boolean moved = entered(row.enteredOn());
        competences = row.competences() == null ? competences : row.competences();
        achievements = row.achievements() == null ? achievements : row.achievements();
        interests = row.interests() == null ? interests : row.interests();
        if (row.ageFrom() != null || row.ageTo() != null) {
            ageFrom = row.ageFrom();
            ageTo = row.ageTo();
        }
        hours = row.hours() == null ? hours : row.hours();
        return moved || !before.equals(content());
    }

    /** Takes over a row as it is. Says whether anything changed. */
    boolean replace(Wish.Offer row) {
        var before = content();
        boolean moved = entered(row.enteredOn());
        competences = row.competences();
        achievements = row.achievements();
        interests = row.interests();
        ageFrom = row.ageFrom();
        ageTo = row.ageTo();
        hours = row.hours();
        return moved || !before.equals(content());
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(competences, achievements, interests, ageFrom, ageTo, hours);
    }

    /** Marks the mentor as trained (BR8). */
    void train(LocalDate on, @Nullable String note) {
        trainedOn = on;
        trainingNote = note;
        trainingWaiver = null;
    }

    /** Does without the training, for a reason that is kept (BR8). */
    void waiveTraining(String reason) {
        trainingWaiver = reasoned(reason);
    }

    /** Keeps the safety check of an adult from outside the school (BR9). */
    void check(String document, LocalDate issuedOn, @Nullable LocalDate validTo) {
        safetyDocument = reasoned(document);
        safetyIssuedOn = issuedOn;
        safetyValidTo = validTo;
        safetyWaiver = null;
    }

    /** Does without the safety check, for a reason that the director answers for (BR9). */
    void waiveCheck(String reason) {
        safetyWaiver = reasoned(reason);
    }

    private static String reasoned(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A mark of this kind needs words");
        }
        return text.strip();
    }

    /** Says whether training stands in nobody's way any more (BR8). */
    boolean trained() {
        return trainedOn != null || trainingWaiver != null;
    }

    /** Says whether the safety check holds on a day, or was waived (BR9). */
    boolean clearedOn(LocalDate day) {
        return safetyWaiver != null
                || (safetyIssuedOn != null
                        && !safetyIssuedOn.isAfter(day)
                        && (safetyValidTo == null || !safetyValidTo.isBefore(day)));
    }
}
