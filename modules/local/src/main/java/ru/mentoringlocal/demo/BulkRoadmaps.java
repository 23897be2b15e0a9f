package ru.mentoringlocal.demo;

import static ru.mentoringlocal.demo.Columns.column;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mentoring.roadmaps.domain.ItemId;
import ru.mentoring.roadmaps.domain.SectionId;
import ru.mentoring.roadmaps.domain.Snapshot;
import ru.mentoring.roadmaps.domain.SnapshotColumn;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineNotation;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Scope;
import ru.mentoringlocal.demo.plan.RoadmapPlan;
import ru.mentoringlocal.demo.plan.RoadmapPlan.EditionPlan;
import ru.mentoringlocal.demo.plan.RoadmapPlan.RemarkPlan;
import ru.mentoringlocal.demo.plan.RoadmapPlan.RowPlan;
import ru.mentoringlocal.demo.plan.RoadmapPlan.SectionPlan;

/** Writes the roadmaps of a school with their editions, a whole table in one statement. */
class BulkRoadmaps {

    /** A part of a roadmap. */
    private record Part<T>(RoadmapPlan roadmap, int position, T content) {}

    /** Between the elements of a list on its way into an array column. */
    private static final String NEXT = "\u001f";

    private static final SnapshotColumn SNAPSHOTS = new SnapshotColumn();

    private final JdbcClient jdbc;
    private final OpenTasks tasks;

    BulkRoadmaps(JdbcClient jdbc, OpenTasks tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /**
     * Writes roadmaps, and gives the next person the task where one has to act.
     *
     * @param reviewer the organisation directly above the school (BR22)
     */
    void write(Scope scope, UUID reviewer, List<RoadmapPlan> roadmaps) {
        if (roadmaps.isEmpty()) {
            return;
        }
        roadmaps(scope, reviewer, roadmaps);
        sections(scope, parts(roadmaps, RoadmapPlan::sections));
        items(scope, parts(roadmaps, RoadmapPlan::rows));
        remarks(scope, parts(roadmaps, RoadmapPlan::remarks));
        editions(scope, parts(roadmaps, RoadmapPlan::editions));
        roadmaps.forEach(roadmap -> tasks.put(new OrgId(reviewer), roadmap));
    }

    private void roadmaps(Scope scope, UUID reviewer, List<RoadmapPlan> roadmaps) {
        statement(
                        scope,
                        """
                        insert into roadmaps.roadmap
                            (region_id, id, org_id, version, track, start_year, title, institution, period_from, period_to,
                             state, edition, reviewer_id, composed_at, submitted_at, returned_at, agreed_at, handed_over_at,
                             in_force_at, order_number, order_date, changes)
                        select :region, id::uuid, :org, changes::int, track, year::int, title, institution, from_day::date,
                               to_day::date, state, edition::int, case when edition::int > 0 then :reviewer end,
                               composed::timestamptz, submitted::timestamptz, returned::timestamptz, agreed::timestamptz,
                               handed_over::timestamptz, in_force::timestamptz, order_number, order_date::date, changes::int
                        from unnest(:ids, :tracks, :years, :titles, :institutions, :from, :to, :states, :editions, :composed,
                                    :submitted, :returned, :agreed, :handedOver, :inForce, :numbers, :dates, :changes)
                            as r (id, track, year, title, institution, from_day, to_day, state, edition, composed, submitted,
                                  returned, agreed, handed_over, in_force, order_number, order_date, changes)\
                        """)
                .param("reviewer", reviewer)
                .param("ids", column(roadmaps, RoadmapPlan::id))
                .param("tracks", column(roadmaps, RoadmapPlan::track))
                .param("years", column(roadmaps, RoadmapPlan::startYear))
                .param("titles", column(roadmaps, RoadmapPlan::title))
                .param("institutions", column(roadmaps, RoadmapPlan::institution))
                .param("from", column(roadmaps, RoadmapPlan::from))
                .param("to", column(roadmaps, RoadmapPlan::to))
                .param("states", column(roadmaps, RoadmapPlan::state))
                .param("editions", column(roadmaps, one -> one.editions().size()))
                .param("composed", column(roadmaps, one -> one.steps().composed()))
                .param("submitted", column(roadmaps, one -> one.steps().submitted()))
                .param("returned", column(roadmaps, one -> one.steps().returned()))
                .param("agreed", column(roadmaps, one -> one.steps().agreed()))
                .param("handedOver", column(roadmaps, one -> one.steps().handedOver()))
                .param("inForce", column(roadmaps, one -> one.steps().inForce()))
                .param("numbers", column(roadmaps, one -> one.steps().orderNumber()))
                .param("dates", column(roadmaps, one -> one.steps().orderDate()))
                .param(
                        "changes",
                        column(roadmaps, one -> 2 * (one.editions().size() + one.remarks().size())))
                .update();
    }

    private void sections(Scope scope, List<Part<SectionPlan>> sections) {
        statement(
                        scope,
                        """
                        insert into roadmaps.section
                            (region_id, id, org_id, version, roadmap_id, position, number, title, content)
                        select :region, id::uuid, :org, 0, roadmap::uuid, position::int, (position::int + 1)::text, title, '{}'
                        from unnest(:ids, :roadmaps, :positions, :titles) as s (id, roadmap, position, title)\
                        """)
                .param("ids", column(sections, part -> part.content().id()))
                .param("roadmaps", column(sections, part -> part.roadmap().id()))
                .param("positions", column(sections, Part::position))
                .param("titles", column(sections, part -> part.content().title()))
                .update();
    }

    private void items(Scope scope, List<Part<RowPlan>> rows) {
        statement(
                        scope,
                        """
                        insert into roadmaps.item
                            (region_id, id, org_id, version, roadmap_id, section_id, position, number, title, content,
                             deadline_text, deadline, responsible, result, indicator, note, accepted_as, accepted_in)
                        select :region, id::uuid, :org, 0, roadmap::uuid, section::uuid, position::int, number, title,
                               string_to_array(content, :next), deadline_text, deadline, string_to_array(responsible, :next),
                               result, indicator, note, accepted_as, accepted_in::int
                        from unnest(:ids, :roadmaps, :sections, :positions, :numbers, :titles, :contents, :deadlineTexts,
                                    :deadlines, :responsible, :results, :indicators, :notes, :acceptedAs, :acceptedIn)
                            as i (id, roadmap, section, position, number, title, content, deadline_text, deadline,
                                  responsible, result, indicator, note, accepted_as, accepted_in)\
                        """)
                .param("next", NEXT)
                .param("ids", column(rows, part -> part.content().id()))
                .param("roadmaps", column(rows, part -> part.roadmap().id()))
                .param("sections", column(rows, part -> part.content().section().id()))
                .param("positions", column(rows, Part::position))
                .param("numbers", column(rows, part -> part.content().wording().number()))
                .param("titles", column(rows, part -> part.content().wording().title()))
                .param("contents", column(rows, part -> list(part.content().wording().content())))
                .param(
                        "deadlineTexts",
                        column(rows, part -> part.content().wording().deadlineText()))
                .param(
                        "deadlines",
                        column(
                                rows,
                                part ->
                                        DeadlineNotation.write(
                                                part.content().wording().deadline())))
                .param(
                        "responsible",
                        column(rows, part -> list(part.content().wording().responsible())))
                .param("results", column(rows, part -> part.content().wording().result()))
                .param("indicators", column(rows, part -> part.content().wording().indicator()))
                .param("notes", column(rows, part -> part.content().wording().note()))
                .param("acceptedAs", column(rows, part -> acceptedAs(part.content())))
                .param("acceptedIn", column(rows, part -> part.content().acceptedIn()))
                .update();
    }

    private static String list(List<String> elements) {
        return String.join(NEXT, elements);
    }

    private static @Nullable String acceptedAs(RowPlan row) {
        return row.acceptedIn() > 0 ? row.wording().fingerprint() : null;
    }

    private void remarks(Scope scope, List<Part<RemarkPlan>> remarks) {
        statement(
                        scope,
                        """
                        insert into roadmaps.remark
                            (region_id, id, org_id, version, roadmap_id, item_id, edition, field, text, written_at, answer,
                             answered_at)
                        select :region, id::uuid, :org, 0, roadmap::uuid, item::uuid, edition::int, field, text,
                               written::timestamptz, answer, answered::timestamptz
                        from unnest(:ids, :roadmaps, :items, :editions, :fields, :texts, :written, :answers, :answered)
                            as r (id, roadmap, item, edition, field, text, written, answer, answered)\
                        """)
                .param("ids", column(remarks, part -> part.content().id()))
                .param("roadmaps", column(remarks, part -> part.roadmap().id()))
                .param("items", column(remarks, part -> part.content().row()))
                .param("editions", column(remarks, part -> part.content().edition()))
                .param("fields", column(remarks, part -> part.content().field()))
                .param("texts", column(remarks, part -> part.content().text()))
                .param("written", column(remarks, part -> part.content().writtenAt()))
                .param("answers", column(remarks, part -> part.content().answer()))
                .param("answered", column(remarks, part -> part.content().answeredAt()))
                .update();
    }

    private void editions(Scope scope, List<Part<EditionPlan>> editions) {
        statement(
                        scope,
                        """
                        insert into roadmaps.edition
                            (region_id, id, org_id, version, roadmap_id, number, content, sent_at, outcome, decided_at)
                        select :region, id::uuid, :org, 0, roadmap::uuid, number::int, content, sent::timestamptz, outcome,
                               decided::timestamptz
                        from unnest(:ids, :roadmaps, :numbers, :contents, :sent, :outcomes, :decided)
                            as e (id, roadmap, number, content, sent, outcome, decided)\
                        """)
                .param("ids", column(editions, part -> part.content().id()))
                .param("roadmaps", column(editions, part -> part.roadmap().id()))
                .param("numbers", column(editions, part -> part.content().number()))
                .param("contents", column(editions, BulkRoadmaps::content))
                .param("sent", column(editions, part -> part.content().sentAt()))
                .param("outcomes", column(editions, part -> part.content().fate()))
                .param("decided", column(editions, part -> part.content().decidedAt()))
                .update();
    }

    private static @Nullable String content(Part<EditionPlan> part) {
        var rows = part.content().rows();
        return SNAPSHOTS.convertToDatabaseColumn(
                new Snapshot(
                        part.roadmap().sections().stream()
                                .map(section ->
                                        new Snapshot.Part(
                                                new SectionId(section.id()),
                                                String.valueOf(section.position() + 1),
                                                section.title(),
                                                rows.stream()
                                                        .filter(row ->
                                                                row.section().equals(section))
                                                        .map(row ->
                                                                new Snapshot.Row(
                                                                        new ItemId(row.id()),
                                                                        row.wording()))
                                                        .toList()))
                                .toList()));
    }

    private static <T> List<Part<T>> parts(
            List<RoadmapPlan> roadmaps, Function<RoadmapPlan, List<T>> of) {
        return roadmaps.stream()
                .flatMap(roadmap -> {
                    var contents = of.apply(roadmap);
                    return IntStream.range(0, contents.size())
                            .mapToObj(position ->
                                    new Part<>(roadmap, position, contents.get(position)));
                })
                .toList();
    }

    private JdbcClient.StatementSpec statement(Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("region", scope.region().value())
                .param("org", scope.org().value());
    }
}
