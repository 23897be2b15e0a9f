package ru.mentoringlocal.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mentoring.agenda.Assignee;
import ru.mentoring.agenda.TaskDraft;
import ru.mentoring.agenda.domain.TaskBook;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.domain.RoadmapTasks;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.Role;
import ru.mentoringlocal.demo.plan.RoadmapPlan;

/**
 * Gives the person at whom a roadmap of the demonstration waits the task that they would have got:
 * under the same key, so that their next step closes it.
 */
class OpenTasks {

    private static final Assignee SCHOOL = Assignee.carrying(Role.CURATOR, Role.DEPUTY);

    private final TaskBook agenda;
    private final OrgTree tree;

    OpenTasks(TaskBook agenda, OrgTree tree) {
        this.agenda = agenda;
        this.tree = tree;
    }

    /**
     * Puts the task of the next person; nothing where the school has not sent it or all is done.
     */
    void put(OrgId reviewer, RoadmapPlan roadmap) {
        var school = CurrentScope.get().org();
        var steps = roadmap.steps();
        switch (roadmap.state()) {
            case DRAFT, IN_FORCE -> {}
            case ON_AGREEMENT ->
                    put(
                            roadmap,
                            reviewer,
                            reviewers(reviewer),
                            "review",
                            "/review/",
                            steps.submitted());
            case RETURNED -> put(roadmap, school, SCHOOL, "revise", "/roadmap/", steps.returned());
            case AGREED -> put(roadmap, school, SCHOOL, "hand-over", "/roadmap/", steps.agreed());
            case ON_APPROVAL ->
                    put(
                            roadmap,
                            school,
                            Assignee.carrying(Role.DIRECTOR),
                            "approve",
                            "/roadmap/",
                            steps.handedOver());
        }
    }

    private Assignee reviewers(OrgId reviewer) {
        return tree.organisation(reviewer).kind() == OrgKind.REGION
                ? Assignee.carrying(Role.REGION_METHODIST)
                : Assignee.carrying(Role.DISTRICT_OFFICER, Role.DISTRICT_HEAD);
    }

    private void put(
            RoadmapPlan roadmap,
            OrgId org,
            Assignee assignee,
            String step,
            String page,
            @Nullable Instant taken) {
        var since = Objects.requireNonNull(taken);
        var day = since.atOffset(ZoneOffset.UTC).toLocalDate();
        agenda.put(
                new TaskDraft(
                        RoadmapTasks.key(new RoadmapId(roadmap.id()), step),
                        org,
                        assignee,
                        "roadmaps.task." + step,
                        List.of(
                                tree.organisation(CurrentScope.get().org()).name(),
                                String.valueOf(roadmap.startYear())),
                        RoadmapTasks.due(day),
                        page + roadmap.id()),
                since);
    }
}
