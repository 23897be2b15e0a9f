package ru.mentoring.programs.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.Standing;
import ru.mentoring.programs.Obstacle;
import ru.mentoring.programs.Obstacle.Reason;

class AdmissionRulesTests {

    private static List<Reason> judge(String form, Standing mentor, Standing... mentees) {
        return obstacles(form, mentor, mentees).stream().map(Obstacle::reason).toList();
    }

    private static List<Obstacle> obstacles(String form, Standing mentor, Standing... mentees) {
        return AdmissionRules.judge(
                MentorshipFixture.form(form),
                mentor.person(),
                List.of(mentees).stream().map(Standing::person).toList(),
                Map.of(mentor.person(), mentor),
                List.of(mentees).stream()
                        .collect(Collectors.toMap(Standing::person, Function.identity())));
    }

    private static Standing teacher(Side side) {
        return MentorshipFixture.standing(side, Category.TEACHER, 35);
    }

    @Test
    void admitsPeopleWhoHaveEverything() {
        assertThat(judge("EMPLOYER_PUPIL", MentorshipFixture.mentor(), MentorshipFixture.mentee()))
                .isEmpty();
        assertThat(judge("TEACHER_TEACHER", teacher(Side.MENTOR), teacher(Side.MENTEE))).isEmpty();
    }

    @Test
    void needsTheConsentOfBothSides() {
        var mentor = MentorshipFixture.with(MentorshipFixture.mentor());
        var mentee = MentorshipFixture.with(MentorshipFixture.mentee(), ConsentKind.CN2);

        assertThat(obstacles("EMPLOYER_PUPIL", mentor, mentee))
                .containsExactlyInAnyOrder(
                        new Obstacle(Reason.CONSENT_MISSING, mentor.person()),
                        new Obstacle(Reason.CONSENT_MISSING, mentee.person()));
    }

    @Test
    void needsTheRepresentativeOfAMinorOnEitherSide() {
        var mentor =
                MentorshipFixture.with(
                        MentorshipFixture.standing(Side.MENTOR, Category.PUPIL, 17),
                        ConsentKind.CN1);
        var mentee = MentorshipFixture.with(MentorshipFixture.mentee(), ConsentKind.CN1);

        assertThat(obstacles("PUPIL_PUPIL", mentor, mentee))
                .containsExactlyInAnyOrder(
                        new Obstacle(Reason.REPRESENTATIVE_CONSENT_MISSING, mentor.person()),
                        new Obstacle(Reason.REPRESENTATIVE_CONSENT_MISSING, mentee.person()));
    }

    @Test
    void needsNoRepresentativeOfAnAdultPupil() {
        var mentee =
                MentorshipFixture.with(
                        MentorshipFixture.standing(Side.MENTEE, Category.PUPIL, 18),
                        ConsentKind.CN1);

        assertThat(judge("EMPLOYER_PUPIL", MentorshipFixture.mentor(), mentee)).isEmpty();
    }

    @Test
    void needsATrainedMentor() {
        assertThat(
                        judge(
                                "EMPLOYER_PUPIL",
                                MentorshipFixture.untrained(MentorshipFixture.mentor()),
                                MentorshipFixture.mentee()))
                .containsExactly(Reason.TRAINING_MISSING);
    }

    @Test
    void needsTheSafetyCheckOfAStrangerAmongMinorsOnly() {
        var stranger = MentorshipFixture.unchecked(MentorshipFixture.mentor());
        var adult = MentorshipFixture.standing(Side.MENTEE, Category.STUDENT, 20);

        assertThat(judge("EMPLOYER_PUPIL", stranger, MentorshipFixture.mentee()))
                .containsExactly(Reason.SAFETY_CHECK_MISSING);
        assertThat(judge("EMPLOYER_STUDENT", stranger, adult)).isEmpty();
    }

    @Test
    void needsNoSafetyCheckOfPupils() {
        var pupil =
                MentorshipFixture.unchecked(
                        MentorshipFixture.standing(Side.MENTOR, Category.PUPIL, 18));

        assertThat(judge("PUPIL_PUPIL", pupil, MentorshipFixture.mentee())).isEmpty();
    }

    @Test
    void needsATeachersConsentToBeAMentorOfTeachers() {
        var mentor = MentorshipFixture.with(teacher(Side.MENTOR), ConsentKind.CN1);

        assertThat(judge("TEACHER_TEACHER", mentor, teacher(Side.MENTEE)))
                .containsExactly(Reason.MENTOR_CONSENT_MISSING);
    }

    @Test
    void keepsToWhomAFormOfMentoringIsFor() {
        assertThat(judge("PUPIL_PUPIL", MentorshipFixture.mentor(), MentorshipFixture.mentee()))
                .containsExactly(Reason.WRONG_CATEGORY);
    }

    @Test
    void refusesWhoIsNotInTheRegister() {
        var stranger = PersonId.next();

        assertThat(
                        AdmissionRules.judge(
                                MentorshipFixture.form("EMPLOYER_PUPIL"),
                                stranger,
                                List.of(stranger),
                                Map.of(),
                                Map.of()))
                .extracting(Obstacle::reason)
                .containsExactlyInAnyOrder(
                        Reason.SAME_PERSON, Reason.NOT_IN_REGISTER, Reason.NOT_IN_REGISTER);
    }

    @Test
    void needsAMentee() {
        assertThat(judge("EMPLOYER_PUPIL", MentorshipFixture.mentor()))
                .containsExactly(Reason.NO_MENTEE);
    }
}
