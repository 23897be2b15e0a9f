package ru.mentoringlocal.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.EntryState;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.programs.MentorshipState;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoringlocal.demo.plan.MentorshipPlan.MeetingPlan;

class ChronicleTests {

    private static final long SEED = 7;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final RegionPlan REGION = Landscape.draw(SEED, Extent.FULL, 2026).getFirst();
    private static final List<SchoolHistory> HISTORIES = histories(TODAY);

    private static List<SchoolHistory> histories(LocalDate today) {
        return REGION.inOrder().stream()
                .limit(60)
                .map(school -> Chronicle.of(SEED, REGION, school, today))
                .toList();
    }

    @Test
    void drawsTheSameHistoryFromTheSameSeed() {
        assertThat(histories(TODAY)).isEqualTo(HISTORIES);
    }

    @Test
    void letsNothingButPlannedMeetingsHappenAfterToday() {
        for (var today :
                new LocalDate[] {TODAY, LocalDate.of(2026, 9, 7), LocalDate.of(2027, 8, 30)}) {
            for (var history : histories(today)) {
                assertThat(history.entries()).allMatch(entry -> !entry.enteredOn().isAfter(today));
                assertThat(history.consents())
                        .allMatch(consent -> !consent.signedOn().isAfter(today));
                assertThat(history.mentorships().stream().flatMap(one -> one.meetings().stream()))
                        .allMatch(meeting -> meeting.held() == !meeting.on().isAfter(today));
                assertThat(history.roadmaps().stream().flatMap(ChronicleTests::moments))
                        .allMatch(moment -> moment.isBefore(midnightAfter(today)));
                assertThat(history.mentorships())
                        .allMatch(one -> !one.proposedOn().isAfter(today))
                        .allMatch(one -> one.orderDate() == null || !one.orderDate().isAfter(today))
                        .allMatch(one -> one.endedOn() == null || !one.endedOn().isAfter(today));
            }
        }
    }

    private static Stream<Instant> moments(RoadmapPlan roadmap) {
        var steps = roadmap.steps();
        return Stream.of(
                        Stream.of(
                                steps.composed(),
                                steps.submitted(),
                                steps.returned(),
                                steps.agreed(),
                                steps.handedOver(),
                                steps.inForce()),
                        roadmap.remarks().stream()
                                .flatMap(one -> Stream.of(one.writtenAt(), one.answeredAt())))
                .flatMap(each -> each)
                .filter(Objects::nonNull);
    }

    private static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Test
    void bringsRoadmapsToEveryStanding() {
        assertThat(
                        HISTORIES.stream()
                                .flatMap(history -> history.roadmaps().stream())
                                .map(RoadmapPlan::state)
                                .distinct())
                .containsExactlyInAnyOrder(RoadmapState.values());
    }

    @Test
    void leavesTheRoadmapOfTheYearToThoseWhoWriteItByHand() {
        assertThat(HISTORIES.stream().filter(history -> history.school().byHand()))
                .isNotEmpty()
                .allSatisfy(history ->
                        assertThat(history.roadmaps())
                                .allMatch(one -> one.startYear() < REGION.startYear()));
    }

    @Test
    void startsNoMentorshipWithoutConsentsTrainingAndCheck() {
        var kinds =
                HISTORIES.stream()
                        .flatMap(history -> history.consents().stream())
                        .filter(ConsentPlan::complete)
                        .collect(
                                Collectors.groupingBy(
                                        consent -> consent.person().id(),
                                        Collectors.mapping(ConsentPlan::kind, Collectors.toSet())));

        assertThat(started())
                .isNotEmpty()
                .allSatisfy(one -> {
                    var offer = one.mentor().offer();
                    assertThat(offer.trainedOn()).isNotNull().isBefore(one.orderDate());
                    if (one.mentor().person().category().external()) {
                        assertThat(offer.checkedOn()).isNotNull().isBefore(one.orderDate());
                    }
                    for (var side : sides(one)) {
                        assertThat(kinds.get(side.person().id())).contains(ConsentKind.CN1);
                        if (side.person().minorOn(one.orderDate())) {
                            assertThat(kinds.get(side.person().id())).contains(ConsentKind.CN2);
                        }
                    }
                    if (one.form().equals("TEACHER_TEACHER")) {
                        assertThat(kinds.get(one.mentor().person().id())).contains(ConsentKind.CN7);
                        assertThat(one.addendum()).isNotNull();
                    }
                });
    }

    @Test
    void holdsMeetingsInTheirOrder() {
        assertThat(started())
                .allSatisfy(one -> {
                    var types = one.meetings().stream().map(MeetingPlan::type).toList();
                    assertThat(types).isSorted();
                    assertThat(types.stream().filter(type -> type != MeetingType.REGULAR))
                            .doesNotHaveDuplicates();
                    assertThat(one.meetings().stream().map(MeetingPlan::on)).isSorted();
                });
    }

    @Test
    void givesAMenteeOneOpenMentorshipAndPupilsAnOlderMentor() {
        for (var history : HISTORIES) {
            assertThat(
                            history.mentorships().stream()
                                    .filter(MentorshipPlan::open)
                                    .flatMap(one -> one.mentees().stream())
                                    .map(entry -> entry.person().id()))
                    .doesNotHaveDuplicates();
        }
        assertThat(started().filter(one -> one.form().equals("PUPIL_PUPIL")))
                .allSatisfy(one ->
                        assertThat(one.mentees())
                                .allMatch(mentee ->
                                        mentee.person()
                                                .born()
                                                .isAfter(one.mentor().person().born())));
    }

    @Test
    void knowsNobodyTwiceAtASchool() {
        for (var history : HISTORIES) {
            assertThat(history.people().stream().map(ChronicleTests::human))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void letsSomeChildrenChangeTheSchoolAndSomeEnterprisesServeMany() {
        var whole =
                REGION.districts().getFirst().schools().stream()
                        .map(school -> Chronicle.of(SEED, REGION, school, TODAY))
                        .toList();

        assertThat(
                        whole.stream()
                                .flatMap(history -> history.people().stream())
                                .collect(
                                        Collectors.groupingBy(
                                                ChronicleTests::human, Collectors.counting()))
                                .values())
                .anyMatch(schools -> schools > 1);
        assertThat(
                        whole.stream()
                                .flatMap(history -> history.partners().stream())
                                .collect(
                                        Collectors.groupingBy(
                                                EnterprisePlan::inn, Collectors.counting()))
                                .values())
                .anyMatch(schools -> schools > 3);
    }

    @Test
    void showsEveryStandingOfPeopleAndMentorships() {
        assertThat(
                        HISTORIES.stream()
                                .flatMap(h -> h.entries().stream())
                                .map(EntryPlan::state)
                                .distinct())
                .containsExactlyInAnyOrder(EntryState.values());
        assertThat(
                        HISTORIES.stream()
                                .flatMap(h -> h.mentorships().stream())
                                .map(MentorshipPlan::state)
                                .distinct())
                .containsExactlyInAnyOrder(MentorshipState.values());
    }

    @Test
    void makesAboutAsManyPeopleAsTheExtentSays() {
        var mean =
                REGION.schools()
                        .mapToInt(
                                school -> Chronicle.of(SEED, REGION, school, TODAY).people().size())
                        .average()
                        .orElseThrow();

        assertThat(mean).isBetween(Extent.PEOPLE_A_SCHOOL * 0.95, Extent.PEOPLE_A_SCHOOL * 1.05);
    }

    private static String human(PersonPlan person) {
        return person.surname() + person.givenName() + person.patronymic() + person.born();
    }

    private static Stream<MentorshipPlan> started() {
        return HISTORIES.stream()
                .flatMap(history -> history.mentorships().stream())
                .filter(one -> one.state() != MentorshipState.PROPOSED);
    }

    private static List<EntryPlan> sides(MentorshipPlan one) {
        return Stream.concat(Stream.of(one.mentor()), one.mentees().stream()).toList();
    }
}
