package ru.mentoring.roadmaps.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.CURATOR;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.DIRECTOR;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.DISTRICT;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.NOW;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.OFFICER;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.TODAY;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.item;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.mentoring.roadmaps.RoadmapAgreed;
import ru.mentoring.roadmaps.RoadmapInForce;
import ru.mentoring.roadmaps.RoadmapReturned;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.roadmaps.RoadmapSubmitted;
import ru.mentoring.roadmaps.domain.Step.Reason;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;

@ExtendWith(InSchoolScope.class)
class RoadmapTests {

    @Test
    void keepsTheRowsOfThePlanInOrderWithTheirNumbersAsWritten() {
        var roadmap = RoadmapFixture.draft();

        assertThat(roadmap.items())
                .extracting(one -> one.wording().number())
                .containsExactly("1.1", "1.2", "2.1", "2.2");
        assertThat(roadmap.state()).isEqualTo(RoadmapState.DRAFT);
    }

    @Test
    void keepsAnEditionEachTimeItIsSent() {
        var roadmap = RoadmapFixture.returned();
        answerAll(roadmap);
        roadmap.rewrite(item(roadmap, 0), row("1.1", "Исправлено"));

        assertThat(roadmap.submit(DISTRICT, CURATOR, NOW).isDone()).isTrue();

        assertThat(roadmap.edition()).isEqualTo(2);
        assertThat(roadmap.edition(1).orElseThrow().content().rows().getFirst().wording().title())
                .isEqualTo("Мероприятие 1");
        assertThat(roadmap.edition(2).orElseThrow().content().rows().getFirst().wording().title())
                .isEqualTo("Исправлено");
    }

    @Test
    void announcesEachStep() {
        var roadmap = RoadmapFixture.returned();
        answerAll(roadmap);
        roadmap.submit(DISTRICT, CURATOR, NOW);
        roadmap.acceptRest();
        roadmap.agree(OFFICER, NOW);
        roadmap.handOver(NOW);
        roadmap.approve("12-о", TODAY, TODAY, NOW);

        assertThat(Happened.in(roadmap))
                .hasExactlyElementsOfTypes(
                        RoadmapSubmitted.class,
                        RoadmapReturned.class,
                        RoadmapSubmitted.class,
                        RoadmapAgreed.class,
                        RoadmapInForce.class);
    }

    @Test
    void refusesToBeSentWithoutRowsOrWithRowsThatSayTooLittle() {
        var roadmap = RoadmapFixture.draft();
        roadmap.rewrite(item(roadmap, 1), row("1.2", "Без исполнителя").withResponsible(List.of()));
        roadmap.rewrite(
                item(roadmap, 2),
                row("2.1", "Неясно")
                        .withDeadline(
                                "ноябрь–апрель 2026",
                                new Deadline.Unclear(
                                        Deadline.Question.CROSSES_NEW_YEAR, List.of())));

        assertThat(roadmap.submit(DISTRICT, CURATOR, NOW))
                .isEqualTo(new Step.Refused(Reason.RESPONSIBLE_MISSING, List.of(item(roadmap, 1))));
        assertThat(roadmap.obstaclesToSubmission())
                .contains(new Step.Refused(Reason.DEADLINE_UNCLEAR, List.of(item(roadmap, 2))));
        assertThat(
                        Roadmap.compose(RoadmapFixture.plan(0), CURATOR, NOW)
                                .submit(DISTRICT, CURATOR, NOW))
                .isEqualTo(Step.refused(Reason.EMPTY));
        assertThat(roadmap.edition()).isZero();
    }

    @Test
    void refusesToBeSentWhileARemarkIsUnansweredAndNamesTheRow() {
        var roadmap = RoadmapFixture.returned();

        assertThat(roadmap.submit(DISTRICT, CURATOR, NOW))
                .isEqualTo(new Step.Refused(Reason.REMARKS_UNANSWERED, List.of(item(roadmap, 0))));

        answerAll(roadmap);

        assertThat(roadmap.submit(DISTRICT, CURATOR, NOW).isDone()).isTrue();
    }

    @Test
    void keepsWhatWasAgreedAgreedAsLongAsItSaysTheSame() {
        var roadmap = RoadmapFixture.returned();
        var untouched = item(roadmap, 1);
        var changed = item(roadmap, 2);
        var wording = roadmap.item(changed).wording();
        answerAll(roadmap);
        roadmap.rewrite(changed, row("2.1", "Иначе"));
        roadmap.submit(DISTRICT, CURATOR, NOW);

        assertThat(roadmap.unmarked())
                .extracting(Item::id)
                .containsExactly(item(roadmap, 0), changed);
        assertThat(roadmap.criticise(untouched, null, "И это", OFFICER, NOW))
                .isEqualTo(new Step.Refused(Reason.AGREED_ALREADY, List.of(untouched)));

        roadmap.withdraw(CURATOR, NOW);
        roadmap.rewrite(changed, wording);
        roadmap.submit(DISTRICT, CURATOR, NOW);

        assertThat(roadmap.unmarked()).extracting(Item::id).containsExactly(item(roadmap, 0));
    }

    @Test
    void asksAboutARowAgainWhenOnlyTheMeaningOfItsDeadlineHasChanged() {
        var roadmap = RoadmapFixture.returned();
        answerAll(roadmap);
        var wording = roadmap.item(item(roadmap, 1)).wording();
        roadmap.rewrite(
                item(roadmap, 1),
                wording.withDeadline(wording.deadlineText(), new Deadline.Unspecified()));
        roadmap.submit(DISTRICT, CURATOR, NOW);

        assertThat(roadmap.unmarked()).extracting(Item::id).contains(item(roadmap, 1));
    }

    @Test
    void isNeitherAgreedNorReturnedWhileARowHasNoMark() {
        var roadmap = RoadmapFixture.sent();
        roadmap.accept(item(roadmap, 0));
        roadmap.criticise(item(roadmap, 1), null, "Поясните", OFFICER, NOW);
        var unmarked = List.of(item(roadmap, 2), item(roadmap, 3));

        assertThat(roadmap.agree(OFFICER, NOW))
                .isEqualTo(new Step.Refused(Reason.ROWS_UNMARKED, unmarked));
        assertThat(roadmap.giveBack(OFFICER, NOW))
                .isEqualTo(new Step.Refused(Reason.ROWS_UNMARKED, unmarked));
    }

    @Test
    void isNotAgreedWithAReturnedRowNorReturnedWithoutOne() {
        var roadmap = RoadmapFixture.sent();
        roadmap.criticise(item(roadmap, 1), null, "Поясните", OFFICER, NOW);
        roadmap.acceptRest();

        assertThat(roadmap.agree(OFFICER, NOW))
                .isEqualTo(new Step.Refused(Reason.ROWS_RETURNED, List.of(item(roadmap, 1))));

        roadmap.accept(item(roadmap, 1));

        assertThat(roadmap.giveBack(OFFICER, NOW))
                .isEqualTo(Step.refused(Reason.NOTHING_TO_RETURN));
        assertThat(roadmap.agree(OFFICER, NOW).isDone()).isTrue();
    }

    @Test
    void returnsNoRowWithoutWords() {
        var roadmap = RoadmapFixture.sent();

        assertThat(roadmap.criticise(item(roadmap, 0), null, "  ", OFFICER, NOW))
                .isEqualTo(new Step.Refused(Reason.TEXT_MISSING, List.of(item(roadmap, 0))));
    }

    @Test
    void replacesARemarkInsteadOfPilingThemUp() {
        var roadmap = RoadmapFixture.sent();
        roadmap.criticise(item(roadmap, 0), null, "Первое", OFFICER, NOW);
        roadmap.criticise(item(roadmap, 0), ItemField.RESULT, "Второе", OFFICER, NOW);

        assertThat(roadmap.remarks()).extracting(Remark::text).containsExactly("Второе");
    }

    @Test
    void hidesRemarksFromTheSchoolUntilTheyAreHandedOver() {
        var roadmap = RoadmapFixture.sent();
        roadmap.criticise(item(roadmap, 0), null, "Поясните", OFFICER, NOW);

        assertThat(roadmap.deliveredRemarks()).isEmpty();

        roadmap.acceptRest();
        roadmap.giveBack(OFFICER, NOW);

        assertThat(roadmap.deliveredRemarks()).hasSize(1);
    }

    @Test
    void dropsTheNotesOfAnUnfinishedCheckWhenTheSchoolTakesItBack() {
        var roadmap = RoadmapFixture.sent();
        roadmap.criticise(item(roadmap, 0), null, "Поясните", OFFICER, NOW);
        roadmap.acceptRest();

        assertThat(roadmap.withdraw(CURATOR, NOW).isDone()).isTrue();

        assertThat(roadmap.state()).isEqualTo(RoadmapState.DRAFT);
        assertThat(roadmap.remarks()).isEmpty();
        assertThat(roadmap.items()).noneMatch(Item::isAccepted);
    }

    @Test
    void goesBackToItsRemarksWhenASecondEditionIsTakenBack() {
        var roadmap = RoadmapFixture.returned();
        answerAll(roadmap);
        roadmap.submit(DISTRICT, CURATOR, NOW);
        roadmap.acceptRest();

        roadmap.withdraw(CURATOR, NOW);

        assertThat(roadmap.state()).isEqualTo(RoadmapState.RETURNED);
        assertThat(roadmap.item(item(roadmap, 1)).isAccepted()).as("agreed before").isTrue();
        assertThat(roadmap.item(item(roadmap, 0)).isAccepted()).as("accepted since").isFalse();
    }

    @Test
    void letsARowWithAnUnansweredRemarkNotSimplyVanish() {
        var roadmap = RoadmapFixture.returned();
        var criticised = item(roadmap, 0);

        assertThat(roadmap.remove(criticised))
                .isEqualTo(new Step.Refused(Reason.REMARKS_UNANSWERED, List.of(criticised)));

        answerAll(roadmap);

        assertThat(roadmap.remove(criticised).isDone()).isTrue();
        assertThat(roadmap.items()).hasSize(3);
        assertThat(roadmap.deliveredRemarks()).hasSize(1);
    }

    @Test
    void addsARowAtTheEndOfItsSection() {
        var roadmap = RoadmapFixture.draft();

        roadmap.add(roadmap.sections().getFirst().id(), row("1.3", "Новое"));

        assertThat(roadmap.items())
                .extracting(one -> one.wording().number())
                .containsExactly("1.1", "1.2", "1.3", "2.1", "2.2");
        assertThat(roadmap.items()).extracting(Item::position).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void comesIntoForceOnlyByAnOrderThatExists() {
        var roadmap = RoadmapFixture.onApproval();

        assertThat(roadmap.approve(" ", TODAY, TODAY, NOW))
                .isEqualTo(Step.refused(Reason.ORDER_MISSING));
        assertThat(roadmap.approve("12-о", null, TODAY, NOW))
                .isEqualTo(Step.refused(Reason.ORDER_MISSING));
        assertThat(roadmap.approve("12-о", TODAY.plusDays(1), TODAY, NOW))
                .isEqualTo(Step.refused(Reason.ORDER_MISSING));
        assertThat(roadmap.approve(" 12-о ", TODAY, TODAY, NOW).isDone()).isTrue();
        assertThat(roadmap.orderNumber()).isEqualTo("12-о");
    }

    @Test
    void hasToBeAgreedAnewAfterTheDirectorGaveItBackButOnlyWhereItChanged() {
        var roadmap = RoadmapFixture.onApproval();
        roadmap.refuse("Добавьте приказ", DIRECTOR, NOW);
        assertThat(roadmap.agreedAt()).isNull();
        answerAll(roadmap);
        roadmap.rewrite(item(roadmap, 3), row("2.2", "С приказом"));

        roadmap.submit(DISTRICT, CURATOR, NOW);

        assertThat(roadmap.unmarked()).extracting(Item::id).containsExactly(item(roadmap, 3));
    }

    @Test
    void mayBeThrownAwayOnlyBeforeAnybodyHasSeenIt() {
        assertThat(RoadmapFixture.draft().discard().isDone()).isTrue();

        var withdrawn = RoadmapFixture.sent();
        withdrawn.withdraw(CURATOR, NOW);

        assertThat(withdrawn.discard()).isEqualTo(Step.refused(Reason.NOT_A_FIRST_DRAFT));
    }

    static void answerAll(Roadmap roadmap) {
        roadmap.openRemarks()
                .forEach(remark -> roadmap.answer(remark.id(), "Исправили", CURATOR, NOW));
    }
}
