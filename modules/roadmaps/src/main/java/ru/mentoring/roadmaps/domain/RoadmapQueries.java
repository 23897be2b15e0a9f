package ru.mentoring.roadmaps.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.roadmaps.NoSuchRoadmap;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.roadmaps.domain.RoadmapView.Note;
import ru.mentoring.roadmaps.domain.RoadmapView.Part;
import ru.mentoring.roadmaps.domain.RoadmapView.Row;
import ru.mentoring.roadmaps.domain.RoadmapView.Sent;
import ru.mentoring.roadmaps.domain.RoadmapView.Steps;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Accounts;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.Track;

/** What the pages ask about roadmaps. */
@Component
@Transactional(readOnly = true)
public class RoadmapQueries {

    /** A roadmap in a list. */
    public record Line(RoadmapId id, Track track, int startYear, RoadmapState state, int edition) {}

    /** A roadmap that waits to be checked. */
    public record Waiting(RoadmapId id, OrgId school, String name, int edition, Instant since) {}

    /**
     * How far the schools are whose roadmaps the scope's organisation agrees, in one season.
     *
     * @param schools how many there are
     */
    public record Progress(long schools, long waiting, long returned, long agreed, long inForce) {

        /** Schools that have not sent anything yet, or have taken back what they had sent. */
        public long missing() {
            return Math.max(0, schools - waiting - returned - agreed - inForce);
        }
    }

    private final Roadmaps roadmaps;
    private final OrgTree tree;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    RoadmapQueries(Roadmaps roadmaps, OrgTree tree, Accounts accounts, JdbcClient jdbc) {
        this.roadmaps = roadmaps;
        this.tree = tree;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Returns the roadmaps of the scope's own organisation, latest season first. */
    public List<Line> own() {
        return jdbc.sql(
                        """
                        select id, track, start_year, state, edition from roadmaps.roadmap
                        where region_id = :region and org_id = :org
                        order by start_year desc, track limit 60\
                        """)
                .param("region", CurrentScope.get().region().value())
                .param("org", CurrentScope.get().org().value())
                .query(RoadmapQueries::line)
                .list();
    }

    /** Returns the roadmap of the scope's organisation for a season, if it has one. */
    public Optional<RoadmapId> existing(Track track, int startYear) {
        return jdbc.sql(
                        """
                        select id from roadmaps.roadmap
                        where region_id = :region and org_id = :org and track = :track and start_year = :year\
                        """)
                .param("region", CurrentScope.get().region().value())
                .param("org", CurrentScope.get().org().value())
                .param("track", track.name())
                .param("year", startYear)
                .query(UUID.class)
                .optional()
                .map(RoadmapId::new);
    }

    /** Returns the roadmaps that wait for the scope's organisation, longest waiting first. */
    public List<Waiting> queue() {
        return jdbc.sql(
                        """
                        select r.id, r.org_id, o.name, r.edition, r.submitted_at
                        from roadmaps.roadmap r join sec.organisations() o on o.id = r.org_id
                        where r.region_id = :region and r.reviewer_id = :org and r.state = 'ON_AGREEMENT'
                        order by r.submitted_at, r.id limit 200\
                        """)
                .param("region", CurrentScope.get().region().value())
                .param("org", CurrentScope.get().org().value())
                .query((row, number) ->
                        new Waiting(
                                new RoadmapId(row.getObject("id", UUID.class)),
                                new OrgId(row.getObject("org_id", UUID.class)),
                                row.getString("name"),
                                row.getInt("edition"),
                                row.getTimestamp("submitted_at").toInstant()))
                .list();
    }

    /** Counts the schools directly below by how far their roadmap for a season is. */
    public Progress progress(Track track, int startYear) {
        return jdbc.sql(
                        """
                        select count(*) as schools,
                            count(*) filter (where r.state = 'ON_AGREEMENT') as waiting,
                            count(*) filter (where r.state = 'RETURNED') as returned,
                            count(*) filter (where r.state in ('AGREED', 'ON_APPROVAL')) as agreed,
                            count(*) filter (where r.state = 'IN_FORCE') as in_force
                        from sec.organisations() o
                        left join roadmaps.roadmap r on r.region_id = o.region_id and r.org_id = o.id
                            and r.track = :track and r.start_year = :year
                        where o.parent_id = :org and o.kind = 'SCHOOL' and o.closed_on is null\
                        """)
                .param("track", track.name())
                .param("year", startYear)
                .param("org", CurrentScope.get().org().value())
                .query(Progress.class)
                .single();
    }

    /**
     * Returns a roadmap as its page shows it; for organisations above the school only once it has
     * been sent.
     *
     * @param compareWith the edition to compare its rows with, 0 for none
     * @throws NoSuchRoadmap if the scope has none with this id
     */
    public RoadmapView view(RoadmapId id, int compareWith) {
        var roadmap =
                roadmaps.findById(id)
                        .filter(one ->
                                one.org().equals(CurrentScope.get().org()) || one.edition() > 0)
                        .orElseThrow(() -> new NoSuchRoadmap(id.value()));
        var names = new Names();
        var before =
                roadmap.edition(compareWith).map(Edition::content).orElse(new Snapshot(List.of()));
        boolean compared = roadmap.edition(compareWith).isPresent();
        boolean reviewing = roadmap.reviewer().filter(CurrentScope.get().org()::equals).isPresent();
        var notes = reviewing ? roadmap.remarks() : roadmap.deliveredRemarks();
        var last = roadmap.edition(roadmap.edition());
        return new RoadmapView(
                roadmap.id(),
                roadmap.version(),
                tree.organisation(roadmap.org()),
                roadmap.reviewer().map(tree::organisation),
                roadmap.track(),
                roadmap.startYear(),
                roadmap.title(),
                roadmap.period(),
                roadmap.state(),
                roadmap.edition(),
                new Steps(
                        roadmap.composedAt(),
                        names.of(roadmap.composedBy()),
                        roadmap.submittedAt(),
                        names.of(last.flatMap(Edition::sentBy)),
                        roadmap.returnedAt(),
                        roadmap.agreedAt(),
                        names.of(last.flatMap(Edition::decidedBy)),
                        roadmap.handedOverAt(),
                        roadmap.inForceAt(),
                        roadmap.orderNumber(),
                        roadmap.orderDate()),
                shown(roadmap).parts().stream()
                        .map(part ->
                                new Part(
                                        part.section(),
                                        part.number(),
                                        part.title(),
                                        content(roadmap, part.section()),
                                        part.rows().stream()
                                                .map(row ->
                                                        row(
                                                                roadmap,
                                                                row,
                                                                notes,
                                                                compared ? before : null,
                                                                reviewing,
                                                                names))
                                                .toList()))
                        .toList(),
                removed(roadmap, before, notes, names),
                notes.stream()
                        .filter(remark -> remark.item().isEmpty())
                        .map(remark -> note(remark, names))
                        .toList(),
                compared ? compareWith : 0,
                roadmap.editions().stream().map(edition -> sent(edition, names)).toList());
    }

    /** Returns what a machine can say about a roadmap. */
    public List<Check> checks(RoadmapId id) {
        var roadmap = roadmaps.findById(id).orElseThrow(() -> new NoSuchRoadmap(id.value()));
        return Check.of(roadmap.items().stream().map(Item::wording).toList(), roadmap.period());
    }

    /** Returns everything that keeps a roadmap from being sent. */
    public List<Step.Refused> obstacles(RoadmapId id) {
        return roadmaps.findById(id)
                .orElseThrow(() -> new NoSuchRoadmap(id.value()))
                .obstaclesToSubmission();
    }

    /** While the school corrects its roadmap, others see the edition that was sent last. */
    private static Snapshot shown(Roadmap roadmap) {
        boolean own = roadmap.org().equals(CurrentScope.get().org());
        return own || !roadmap.state().isEditable()
                ? roadmap.snapshot()
                : roadmap.edition(roadmap.edition()).orElseThrow().content();
    }

    private static List<String> content(Roadmap roadmap, SectionId id) {
        return roadmap.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .map(Section::content)
                .orElse(List.of());
    }

    private static Row row(
            Roadmap roadmap,
            Snapshot.Row shown,
            List<Remark> remarks,
            @Nullable Snapshot before,
            boolean reviewing,
            Names names) {
        var item =
                roadmap.items().stream().filter(one -> one.id().equals(shown.item())).findFirst();
        boolean open = reviewing || roadmap.state() != RoadmapState.ON_AGREEMENT;
        boolean settled = item.filter(one -> one.isAcceptedBefore(roadmap.edition())).isPresent();
        return new Row(
                shown.item(),
                item.map(Item::version).orElse(0L),
                shown.wording(),
                open ? item.filter(Item::isAccepted).isPresent() : settled,
                settled,
                reviewing && item.filter(roadmap::isReturned).isPresent(),
                remarks.stream()
                        .filter(remark -> remark.isAbout(shown.item()))
                        .map(remark -> note(remark, names))
                        .toList(),
                before == null
                        ? Map.of()
                        : differences(before.wording(shown.item()), shown.wording()));
    }

    private static Map<ItemField, List<Piece>> differences(Optional<Wording> before, Wording now) {
        if (before.filter(now::equals).isPresent()) {
            return Map.of();
        }
        var pieces = new EnumMap<ItemField, List<Piece>>(ItemField.class);
        for (var field : ItemField.values()) {
            pieces.put(
                    field,
                    Piece.between(before.map(one -> one.in(field)).orElse(""), now.in(field)));
        }
        return pieces;
    }

    private static List<Row> removed(
            Roadmap roadmap, Snapshot before, List<Remark> remarks, Names names) {
        var present = roadmap.items().stream().map(Item::id).toList();
        var gone = new ArrayList<Row>();
        for (var row : before.rows()) {
            if (!present.contains(row.item())) {
                gone.add(
                        new Row(
                                row.item(),
                                0,
                                row.wording(),
                                false,
                                false,
                                false,
                                remarks.stream()
                                        .filter(remark -> remark.isAbout(row.item()))
                                        .map(remark -> note(remark, names))
                                        .toList(),
                                Map.of()));
            }
        }
        return gone;
    }

    private static Note note(Remark remark, Names names) {
        return new Note(
                remark.id(),
                remark.edition(),
                remark.field().orElse(null),
                remark.text(),
                names.of(remark.writtenBy()),
                remark.writtenAt(),
                remark.answer(),
                names.of(remark.answeredBy()),
                remark.answeredAt());
    }

    private static Sent sent(Edition edition, Names names) {
        return new Sent(
                edition.number(),
                edition.sentAt(),
                names.of(edition.sentBy()),
                edition.outcome().name(),
                edition.decidedAt(),
                names.of(edition.decidedBy()));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                new RoadmapId(row.getObject("id", UUID.class)),
                Track.valueOf(row.getString("track")),
                row.getInt("start_year"),
                RoadmapState.valueOf(row.getString("state")),
                row.getInt("edition"));
    }

    /** Looks each name up once for a page. */
    private final class Names {

        private final Map<AccountId, String> known = new HashMap<>();

        String of(Optional<AccountId> account) {
            return account.map(id -> known.computeIfAbsent(id, accounts::displayName)).orElse("");
        }
    }
}
