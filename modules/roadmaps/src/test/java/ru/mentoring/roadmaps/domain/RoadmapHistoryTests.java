package ru.mentoring.roadmaps.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.CURATOR;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.DIRECTOR;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.DISTRICT;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.NOW;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.OFFICER;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.TODAY;
import static ru.mentoring.roadmaps.domain.RoadmapFixture.row;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.roadmaps.domain.Edition.Outcome;

/** What holds for a roadmap whatever people do with it in whatever order. */
@ExtendWith(InSchoolScope.class)
class RoadmapHistoryTests {

    private static final int HISTORIES = 400;
    private static final int STEPS = 120;

    @Test
    void keepsItsPromisesThroughRandomHistories() {
        var reached = new EnumMap<RoadmapState, Integer>(RoadmapState.class);
        for (int history = 0; history < HISTORIES; history++) {
            var random = new Random(20_261_012L + history);
            var roadmap = Roadmap.compose(RoadmapFixture.plan(2 + random.nextInt(5)), CURATOR, NOW);
            var agreedWords = new HashMap<ItemId, String>();
            for (int step = 0; step < STEPS; step++) {
                var before = Picture.of(roadmap);
                var answer = act(roadmap, random);
                check(roadmap, before, answer, agreedWords);
                reached.merge(roadmap.state(), 1, Integer::sum);
            }
        }

        assertThat(reached.keySet())
                .as("states that the histories went through")
                .containsExactlyInAnyOrder(RoadmapState.values());
    }

    /** What can be seen of a roadmap from outside. */
    private record Picture(
            RoadmapState state,
            int edition,
            Snapshot rows,
            List<String> remarks,
            Map<Integer, Snapshot> editions) {

        static Picture of(Roadmap roadmap) {
            var editions = new HashMap<Integer, Snapshot>();
            roadmap.editions().forEach(one -> editions.put(one.number(), one.content()));
            return new Picture(
                    roadmap.state(),
                    roadmap.edition(),
                    roadmap.snapshot(),
                    roadmap.remarks().stream()
                            .map(one -> one.id() + " " + one.text() + " " + one.answer())
                            .toList(),
                    editions);
        }
    }

    private static void check(
            Roadmap roadmap, Picture before, Step answer, Map<ItemId, String> agreedWords) {
        var after = Picture.of(roadmap);
        if (!answer.isDone()) {
            assertThat(after).as("a refusal changes nothing: %s", answer).isEqualTo(before);
        }
        before.editions()
                .forEach((number, content) ->
                        assertThat(after.editions())
                                .as("editions are never rewritten")
                                .containsEntry(number, content));
        assertThat(after.edition()).isGreaterThanOrEqualTo(before.edition());
        if (!before.state().isEditable() || !after.state().isEditable()) {
            assertThat(after.rows())
                    .as("rows change only in the school's hands")
                    .isEqualTo(before.rows());
        }
        if (before.state() == RoadmapState.IN_FORCE) {
            assertThat(after.state()).isEqualTo(RoadmapState.IN_FORCE);
        }
        switch (after.state()) {
            case AGREED, ON_APPROVAL, IN_FORCE -> {
                assertThat(roadmap.items()).as("agreed means every row").allMatch(Item::isAccepted);
                assertThat(roadmap.edition(roadmap.edition()).orElseThrow().outcome())
                        .isEqualTo(Outcome.AGREED);
                assertThat(roadmap.edition(roadmap.edition()).orElseThrow().content())
                        .as("what is agreed is what was sent")
                        .isEqualTo(after.rows());
                roadmap.items()
                        .forEach(item -> agreedWords.put(item.id(), item.wording().fingerprint()));
            }
            case ON_AGREEMENT -> {
                assertThat(roadmap.openRemarks()).as("all answered before it is sent").isEmpty();
                assertThat(roadmap.unmarked())
                        .as("nobody is asked twice about the same words")
                        .noneMatch(item ->
                                item.wording().fingerprint().equals(agreedWords.get(item.id())));
            }
            case RETURNED ->
                    assertThat(roadmap.deliveredRemarks())
                            .as("nothing comes back without a remark")
                            .isNotEmpty();
            case DRAFT -> assertThat(roadmap.remarks()).isEmpty();
        }
    }

    private static Step act(Roadmap roadmap, Random random) {
        var items = roadmap.items();
        var item = items.isEmpty() ? ItemId.next() : items.get(random.nextInt(items.size())).id();
        if (items.isEmpty()) {
            return roadmap.add(roadmap.sections().getFirst().id(), row("1", "Заново"));
        }
        return switch (random.nextInt(14)) {
            case 0, 1 -> roadmap.submit(DISTRICT, CURATOR, NOW);
            case 2 -> roadmap.withdraw(CURATOR, NOW);
            case 3 -> roadmap.accept(item);
            case 4 -> roadmap.acceptRest();
            case 5 ->
                    roadmap.criticise(
                            item,
                            ItemField.values()[random.nextInt(6)],
                            random.nextInt(5) == 0 ? "" : "Замечание",
                            OFFICER,
                            NOW);
            case 6, 7 -> roadmap.agree(OFFICER, NOW);
            case 8 -> roadmap.giveBack(OFFICER, NOW);
            case 9 -> roadmap.handOver(NOW);
            case 10 ->
                    random.nextInt(3) == 0
                            ? roadmap.refuse("Не так", DIRECTOR, NOW)
                            : roadmap.approve("1", TODAY, TODAY, NOW);
            case 11 -> roadmap.rewrite(item, row("1", "Слова " + random.nextInt(3)));
            case 12 ->
                    random.nextBoolean()
                            ? roadmap.add(
                                    roadmap.sections()
                                            .get(random.nextInt(roadmap.sections().size()))
                                            .id(),
                                    row("9", "Добавлено"))
                            : roadmap.remove(item);
            default -> {
                var open = roadmap.openRemarks();
                yield open.isEmpty()
                        ? Step.refused(Step.Reason.TEXT_MISSING)
                        : roadmap.answer(open.getFirst().id(), "Исправили", CURATOR, NOW);
            }
        };
    }
}
