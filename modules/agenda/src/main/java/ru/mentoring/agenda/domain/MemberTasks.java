package ru.mentoring.agenda.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.mentoring.agenda.Agenda;
import ru.mentoring.agenda.Assignee;
import ru.mentoring.agenda.TaskDraft;
import ru.mentoring.agenda.TaskKey;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.tenancy.Accounts;
import ru.mentoring.tenancy.MembersConfirmed;
import ru.mentoring.tenancy.MembersToConfirm;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.RoleGiven;
import ru.mentoring.tenancy.RoleTaken;

/**
 * The tasks that come of people joining and leaving: to confirm the list once a year, and to name
 * somebody where a school has been left without its curator or its head.
 *
 * <p>Everything may come twice or late: a task is put under the same key, and only while it is
 * needed.
 */
@Component
class MemberTasks {

    private static final String NAMING_PAGE = "/members/new";

    /** Where and by whom a role is to be filled. */
    private record Vacancy(OrgId desk, Assignee assignee, String titleKey) {}

    private final Agenda agenda;
    private final Accounts accounts;
    private final OrgTree tree;

    MemberTasks(Agenda agenda, Accounts accounts, OrgTree tree) {
        this.agenda = agenda;
        this.accounts = accounts;
        this.tree = tree;
    }

    @ApplicationModuleListener(id = "agenda.members-to-confirm")
    void on(MembersToConfirm event) {
        agenda.put(
                new TaskDraft(
                        confirmation(event.org(), event.year()),
                        event.org(),
                        Assignee.carrying(Role.DIRECTOR),
                        "agenda.members.confirm",
                        List.of(new SchoolYear(event.year()).text()),
                        event.due(),
                        "/members/confirm"));
    }

    @ApplicationModuleListener(id = "agenda.members-confirmed")
    void on(MembersConfirmed event) {
        agenda.close(event.org(), confirmation(event.org(), event.year()));
    }

    @ApplicationModuleListener(id = "agenda.role-taken")
    void on(RoleTaken event) {
        var vacancy = vacancy(event.org(), event.role());
        if (vacancy != null
                && event.orphaned()
                && accounts.withRole(event.org(), event.role()).isEmpty()) {
            agenda.put(
                    new TaskDraft(
                            naming(event.org(), event.role()),
                            vacancy.desk(),
                            vacancy.assignee(),
                            vacancy.titleKey(),
                            List.of(tree.organisation(event.org()).name()),
                            null,
                            NAMING_PAGE));
        }
    }

    @ApplicationModuleListener(id = "agenda.role-given")
    void on(RoleGiven event) {
        var vacancy = vacancy(event.org(), event.role());
        if (vacancy != null) {
            agenda.close(vacancy.desk(), naming(event.org(), event.role()));
        }
    }

    /** A school names its curator itself; its head is named by whoever is above. */
    private @Nullable Vacancy vacancy(OrgId school, Role role) {
        if (role == Role.CURATOR) {
            return new Vacancy(
                    school, Assignee.carrying(Role.DIRECTOR), "agenda.members.no-curator");
        }
        if (role == Role.DIRECTOR) {
            return tree.parent(school)
                    .map(above ->
                            new Vacancy(
                                    above.id(),
                                    above.kind() == OrgKind.DISTRICT
                                            ? Assignee.carrying(
                                                    Role.DISTRICT_HEAD, Role.DISTRICT_OFFICER)
                                            : Assignee.carrying(Role.REGION_ADMIN),
                                    "agenda.members.no-director"))
                    .orElse(null);
        }
        return null;
    }

    private static TaskKey confirmation(OrgId org, int year) {
        return new TaskKey("tenancy.members:" + org.value() + ":confirm:" + year);
    }

    private static TaskKey naming(OrgId org, Role role) {
        return new TaskKey("tenancy.members:" + org.value() + ":name:" + role);
    }
}
