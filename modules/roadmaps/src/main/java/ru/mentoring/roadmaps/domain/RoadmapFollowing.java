package ru.mentoring.roadmaps.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgMoved;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.OrganisationsChanged;

/**
 * A school that comes to stand below another organisation takes its roadmaps that wait for
 * agreement along (BR12, BR22): whoever stands above it agrees them.
 */
@Component
class RoadmapFollowing {

    private final JdbcClient jdbc;
    private final OrgTree tree;
    private final Desk desk;
    private final NextSteps nextSteps;

    RoadmapFollowing(JdbcClient jdbc, OrgTree tree, Desk desk, NextSteps nextSteps) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.desk = desk;
        this.nextSteps = nextSteps;
    }

    /**
     * Lays what waits before whoever stands above the school now; it may have moved on since the
     * event.
     */
    @ApplicationModuleListener(id = "roadmaps.lay-before-the-new-reviewer")
    void on(OrgMoved moved) {
        tree.parent(moved.org())
                .ifPresent(above -> waiting(moved.org()).forEach(id -> follow(id, above.id())));
    }

    private void follow(RoadmapId id, OrgId above) {
        var roadmap = desk.own(id);
        if (roadmap.follow(above)) {
            desk.keep(roadmap, "roadmap.followed");
            nextSteps.followed(roadmap);
        }
    }

    /**
     * Closes what the former reviewers had to do. The school cannot: it does not stand below them
     * any more. Those that have ended have nobody left who would see it.
     */
    @ApplicationModuleListener(id = "roadmaps.take-off-the-former-reviewer")
    void on(OrganisationsChanged changed) {
        for (var moved : changed.moved()) {
            if (tree.parent(moved.from()).isPresent() || moved.from().equals(changed.org())) {
                waiting(moved.org()).forEach(id -> nextSteps.takenFrom(moved.from(), id));
            }
        }
    }

    private List<RoadmapId> waiting(OrgId school) {
        return jdbc.sql(
                        "select id from roadmaps.roadmap where org_id = ? and state = 'ON_AGREEMENT' order by id")
                .param(school.value())
                .query((row, number) -> new RoadmapId(row.getObject("id", UUID.class)))
                .list();
    }
}
