package ru.mentoringlocal.demo;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.mentoring.shared.security.IdentityProperties;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoringlocal.demo.plan.RegionPlan;
import ru.mentoringlocal.demo.plan.Words;

/** Gives the people who can sign in their roles. */
class Memberships {

    private static final Logger LOG = LoggerFactory.getLogger(Memberships.class);

    private final Founding founding;
    private final IdentityProperties identity;
    private final Logins logins;
    private final Assignments assignments;
    private final SystemScopes scopes;

    Memberships(
            Founding founding,
            IdentityProperties identity,
            Logins logins,
            Assignments assignments,
            SystemScopes scopes) {
        this.founding = founding;
        this.identity = identity;
        this.logins = logins;
        this.assignments = assignments;
        this.scopes = scopes;
    }

    /** Enrols everybody whose organisation exists in the region; repeating it changes nothing. */
    void grant(RegionPlan region) {
        Words.rows("memberships.csv")
                .filter(row -> row[1].equals(region.key()))
                .forEach(row -> grant(region, row[0], row[2], Role.valueOf(row[3])));
    }

    private void grant(RegionPlan region, String name, String code, Role role) {
        var login = logins.named(name);
        var organisation = region.organisation(code);
        if (login.isEmpty() || organisation.isEmpty()) {
            LOG.info("{} gets no role {} at {}: not part of this demonstration", name, role, code);
            return;
        }
        founding.enrol(
                new RegionId(region.id()),
                new OrgId(organisation.get()),
                role,
                identity.issuer().toString(),
                login.get().subject(),
                login.get().displayName(),
                login.get().email());
    }

    /**
     * The scope in which a role's work is done: that of the person who has it, else the system's.
     */
    Scope at(RegionPlan region, UUID organisation, Role role) {
        var org = new OrgId(organisation);
        return Words.rows("memberships.csv")
                .filter(row -> row[1].equals(region.key()))
                .filter(row -> row[3].equals(role.name()))
                .filter(row -> region.organisation(row[2]).filter(organisation::equals).isPresent())
                .flatMap(row -> logins.named(row[0]).stream())
                .flatMap(login -> place(login, role, org).stream())
                .findFirst()
                .orElseGet(() -> scopes.of(new RegionId(region.id()), org));
    }

    private Optional<Scope> place(Logins.Login login, Role role, OrgId org) {
        return assignments
                .at(identity.issuer().toString(), login.subject(), role.kind().level(), org)
                .map(Assignments.Place::scope);
    }
}
