package ru.mentoring.agenda.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.mentoring.agenda.Agenda;
import ru.mentoring.agenda.Assignee;
import ru.mentoring.agenda.TaskDraft;
import ru.mentoring.agenda.TaskKey;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.ReorganisationDecided;
import ru.mentoring.tenancy.ReorganisationId;
import ru.mentoring.tenancy.ReorganisationProposed;
import ru.mentoring.tenancy.Role;

/** Asks the regional centre to decide about the changes that districts propose. */
@Component
class ReorganisationTasks {

    private final Agenda agenda;
    private final OrgTree tree;
    private final Clock clock;

    ReorganisationTasks(Agenda agenda, OrgTree tree, Clock clock) {
        this.agenda = agenda;
        this.tree = tree;
        this.clock = clock;
    }

    /** The decision is in time until the day on which the change is to take effect. */
    @ApplicationModuleListener(id = "agenda.ask-for-a-decision-about-a-reorganisation")
    void on(ReorganisationProposed proposed) {
        var today = LocalDate.now(clock);
        tree.parent(proposed.org())
                .ifPresent(centre ->
                        agenda.put(
                                new TaskDraft(
                                        key(proposed.reorganisation()),
                                        centre.id(),
                                        Assignee.carrying(Role.REGION_ADMIN),
                                        "agenda.task.reorganisation",
                                        List.of(tree.organisation(proposed.org()).name()),
                                        proposed.day().isBefore(today) ? today : proposed.day(),
                                        "/organisations/changes/"
                                                + proposed.reorganisation().value())));
    }

    @ApplicationModuleListener(id = "agenda.a-reorganisation-is-decided")
    void on(ReorganisationDecided decided) {
        var centre = tree.parent(decided.org()).map(one -> one.id()).orElse(decided.org());
        agenda.close(centre, key(decided.reorganisation()));
    }

    private static TaskKey key(ReorganisationId reorganisation) {
        return new TaskKey("tenancy.reorganisation:%s:decide".formatted(reorganisation.value()));
    }
}
