package ru.mentoring.roadmaps.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.roadmaps.RoadmapId;

/**
 * Takes a stored roadmap's way once more, step by step through the rules, and names every step that
 * they refuse and everything that comes out otherwise than it is stored.
 */
public class RoadmapReplay {

    private final Roadmaps roadmaps;
    private final Clock clock;

    RoadmapReplay(Roadmaps roadmaps, Clock clock) {
        this.roadmaps = roadmaps;
        this.clock = clock;
    }

    /** Returns what the rules have against a roadmap of the scope's school. */
    @Transactional(readOnly = true)
    public List<String> faults(UUID id) {
        var stored = roadmaps.findById(new RoadmapId(id)).orElseThrow();
        return new Way(stored, LocalDate.now(clock), clock.instant()).faults();
    }

    private static final class Way {

        private final Roadmap stored;
        private final LocalDate today;
        private final Instant now;
        private final Roadmap again;
        private final List<String> faults = new ArrayList<>();

        Way(Roadmap stored, LocalDate today, Instant now) {
            this.stored = stored;
            this.today = today;
            this.now = now;
            var first =
                    stored.editions().isEmpty()
                            ? stored.snapshot()
                            : stored.editions().getFirst().content();
            this.again = Roadmap.compose(plan(first), null, stored.composedAt());
        }

        private Plan plan(Snapshot first) {
            return new Plan(
                    stored.track(),
                    stored.startYear(),
                    stored.title(),
                    stored.institution(),
                    stored.period().from(),
                    stored.period().to(),
                    first.parts().stream()
                            .map(part ->
                                    new Plan.Part(
                                            part.number(),
                                            part.title(),
                                            List.of(),
                                            part.rows().stream()
                                                    .map(Snapshot.Row::wording)
                                                    .toList()))
                            .toList());
        }

        List<String> faults() {
            check(stored.items().size() == again.items().size(), "rows were added or lost");
            if (!faults.isEmpty()) {
                return faults;
            }
            stored.editions().forEach(this::walk);
            if (stored.handedOverAt() != null) {
                step("hand over", again.handOver(stored.handedOverAt()));
            }
            if (stored.inForceAt() != null) {
                step(
                        "approve",
                        again.approve(
                                String.valueOf(stored.orderNumber()),
                                stored.orderDate(),
                                today,
                                stored.inForceAt()));
            }
            if (again.state().isEditable()) {
                correct(stored.snapshot());
            }
            compare();
            times();
            return faults;
        }

        private void walk(Edition edition) {
            correct(edition.content());
            step("send", again.submit(stored.reviewer().orElseThrow(), null, edition.sentAt()));
            var decided = edition.decidedAt() == null ? now : edition.decidedAt();
            switch (edition.outcome()) {
                case PENDING -> {}
                case WITHDRAWN -> step("withdraw", again.withdraw(null, decided));
                case RETURNED -> giveBack(edition.number(), decided);
                case AGREED -> {
                    step("accept", again.acceptRest());
                    step("agree", again.agree(null, decided));
                }
            }
        }

        private void giveBack(int edition, Instant at) {
            var remarks =
                    stored.remarks().stream()
                            .filter(remark -> remark.edition() == edition)
                            .toList();
            for (var remark : remarks) {
                step(
                        "criticise",
                        again.criticise(
                                again.items().get(position(remark)).id(),
                                remark.field().orElse(null),
                                remark.text(),
                                null,
                                remark.writtenAt()));
            }
            step("accept", again.acceptRest());
            step("give back", again.giveBack(null, at));
            for (var remark : remarks) {
                var answer = remark.answer();
                if (answer != null) {
                    step("answer", again.answer(same(remark), answer, null, at));
                }
            }
        }

        private RemarkId same(Remark remark) {
            var row = again.items().get(position(remark));
            return again.remarks().stream()
                    .filter(one -> one.edition() == remark.edition() && one.isAbout(row.id()))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        private int position(Remark remark) {
            return stored.item(remark.item().orElseThrow()).position();
        }

        /** Lets the rows say what they said at that time. */
        private void correct(Snapshot then) {
            for (var row : stored.items()) {
                var wording = then.wording(row.id());
                var mine = again.items().get(row.position());
                if (wording.isPresent() && !mine.wording().equals(wording.get())) {
                    step("rewrite", again.rewrite(mine.id(), wording.get()));
                }
            }
        }

        private void compare() {
            check(stored.state() == again.state(), "stands in " + stored.state());
            check(stored.edition() == again.edition(), "is in edition " + stored.edition());
            check(
                    stored.openRemarks().size() == again.openRemarks().size(),
                    "waits for %d answers".formatted(stored.openRemarks().size()));
            check((stored.agreedAt() == null) == (again.agreedAt() == null), "agreed");
            for (var row : stored.items()) {
                var mine = again.items().get(row.position());
                check(
                        row.isAccepted() == mine.isAccepted()
                                && row.isAcceptedBefore(again.edition())
                                        == mine.isAcceptedBefore(again.edition())
                                && row.wording().equals(mine.wording()),
                        "row " + row.wording().number());
            }
        }

        /**
         * What the aggregate is told and does not doubt: time runs forward, and not into the
         * future.
         */
        private void times() {
            var moments =
                    Stream.<@Nullable Instant>concat(
                                    Stream.concat(
                                            Stream.of(stored.composedAt()),
                                            stored.editions().stream()
                                                    .flatMap(one ->
                                                            Stream.of(
                                                                    one.sentAt(),
                                                                    one.decidedAt()))),
                                    Stream.of(stored.handedOverAt(), stored.inForceAt(), now))
                            .filter(moment -> moment != null)
                            .toList();
            check(moments.stream().sorted().toList().equals(moments), "times run back");
        }

        private void step(String what, Step step) {
            if (step instanceof Step.Refused(var reason, var rows)) {
                faults.add(what + ": " + reason + " " + rows.size());
            }
        }

        private void check(boolean good, String otherwise) {
            if (!good) {
                faults.add(otherwise);
            }
        }
    }
}
