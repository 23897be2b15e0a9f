package ru.mentoring.roadmaps.domain;

import java.util.List;
import org.springframework.stereotype.Component;
import ru.mentoring.agenda.Agenda;
import ru.mentoring.agenda.Assignee;
import ru.mentoring.agenda.TaskDraft;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.Role;

/** Tells whoever has to act next, and closes what the last one had to do. */
@Component
class NextSteps {

    private static final Assignee SCHOOL = Assignee.carrying(Role.CURATOR, Role.DEPUTY);

    private final Agenda agenda;
    private final OrgTree tree;
    private final Desk desk;

    NextSteps(Agenda agenda, OrgTree tree, Desk desk) {
        this.agenda = agenda;
        this.tree = tree;
        this.desk = desk;
    }

    void submitted(Roadmap roadmap) {
        close(roadmap, roadmap.org(), "revise");
        var reviewer = tree.organisation(roadmap.reviewer().orElseThrow());
        put(
                roadmap,
                reviewer.id(),
                reviewer.kind() == OrgKind.REGION
                        ? Assignee.carrying(Role.REGION_METHODIST)
                        : Assignee.carrying(Role.DISTRICT_OFFICER, Role.DISTRICT_HEAD),
                "review",
                "/review/");
    }

    /** The new reviewer is told; what the old one had to do is closed from above. */
    void followed(Roadmap roadmap) {
        submitted(roadmap);
    }

    /** Takes the agreement of a roadmap off somebody who has it before them no more. */
    void takenFrom(OrgId reviewer, RoadmapId roadmap) {
        agenda.close(reviewer, RoadmapTasks.key(roadmap, "review"));
    }

    void withdrawn(Roadmap roadmap) {
        close(roadmap, roadmap.reviewer().orElseThrow(), "review");
    }

    void returned(Roadmap roadmap) {
        close(roadmap, roadmap.reviewer().orElseThrow(), "review");
        put(roadmap, roadmap.org(), SCHOOL, "revise", "/roadmap/");
    }

    void agreed(Roadmap roadmap) {
        close(roadmap, roadmap.reviewer().orElseThrow(), "review");
        put(roadmap, roadmap.org(), SCHOOL, "hand-over", "/roadmap/");
    }

    void handedOver(Roadmap roadmap) {
        close(roadmap, roadmap.org(), "hand-over");
        put(roadmap, roadmap.org(), Assignee.carrying(Role.DIRECTOR), "approve", "/roadmap/");
    }

    void approved(Roadmap roadmap) {
        close(roadmap, roadmap.org(), "approve");
    }

    void refused(Roadmap roadmap) {
        close(roadmap, roadmap.org(), "approve");
        put(roadmap, roadmap.org(), SCHOOL, "revise", "/roadmap/");
    }

    private void put(Roadmap roadmap, OrgId org, Assignee assignee, String step, String page) {
        agenda.put(
                new TaskDraft(
                        RoadmapTasks.key(roadmap.id(), step),
                        org,
                        assignee,
                        "roadmaps.task." + step,
                        List.of(
                                tree.organisation(roadmap.org()).name(),
                                String.valueOf(roadmap.startYear())),
                        RoadmapTasks.due(desk.today()),
                        page + roadmap.id().value()));
    }

    private void close(Roadmap roadmap, OrgId org, String step) {
        agenda.close(org, RoadmapTasks.key(roadmap.id(), step));
    }
}
