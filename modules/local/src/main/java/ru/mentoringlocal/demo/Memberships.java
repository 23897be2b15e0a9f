package ru.mentoringlocal.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.mentoring.shared.security.IdentityProperties;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Role;
import ru.mentoringlocal.demo.plan.RegionPlan;
import ru.mentoringlocal.demo.plan.Words;

/** Gives the people who can sign in their roles. */
class Memberships {

    private static final Logger LOG = LoggerFactory.getLogger(Memberships.class);

    private final Founding founding;
    private final IdentityProperties identity;
    private final Logins logins;

    Memberships(Founding founding, IdentityProperties identity, Logins logins) {
        this.founding = founding;
        this.identity = identity;
        this.logins = logins;
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
}
