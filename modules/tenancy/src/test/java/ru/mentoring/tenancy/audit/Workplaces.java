package ru.mentoring.tenancy.audit;

import java.time.LocalDate;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoringtest.SignedIn;

/** A region with one school, and people who work there. */
record Workplaces(
        Founding founding, Assignments assignments, RegionId region, OrgId centre, OrgId school) {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    static Workplaces open(Founding founding, Assignments assignments) {
        var region = new RegionId(Ids.next());
        var centre =
                founding.openRegion(region, new Naming("R", "Центр", "Региональный центр"), SINCE);
        var school =
                founding.openSchool(
                        region,
                        centre,
                        new Naming("S1", "Школа № 1", "МБОУ Школа № 1"),
                        false,
                        SINCE,
                        null);
        return new Workplaces(founding, assignments, region, centre, school);
    }

    /** The login of somebody who is enrolled when first asked for. */
    String subject(Role role) {
        var subject = region.value() + role.name();
        founding.enrol(
                region,
                place(role),
                role,
                SignedIn.ISSUER,
                subject,
                "Ирина Дубравина",
                "i@example.test");
        return subject;
    }

    /** The scope of somebody who is enrolled when first asked for. */
    Scope scope(Role role) {
        return assignments
                .at(SignedIn.ISSUER, subject(role), role.kind().level(), place(role))
                .orElseThrow()
                .scope();
    }

    private OrgId place(Role role) {
        return switch (role.kind()) {
            case SCHOOL -> school;
            case REGION -> centre;
            default -> throw new IllegalArgumentException(role + " has no place here");
        };
    }

    void as(Role role, Runnable work) {
        CurrentScope.run(scope(role), work);
    }
}
