package ru.mentoring.tenancy.members;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoringtest.SignedIn;

/** A region with two districts, two schools in the first and one in the second. */
public class Neighbourhood {

    public static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    /** Somebody with a login. */
    public record Human(AccountId account, String subject, String name, String email) {}

    public final RegionId region = new RegionId(Ids.next());
    public final OrgId centre;
    public final OrgId district;
    public final OrgId otherDistrict;
    public final OrgId school;
    public final OrgId sibling;
    public final OrgId farSchool;

    private final Founding founding;
    private final Assignments assignments;
    private final Map<OrgId, String> names = new HashMap<>();

    public Neighbourhood(Founding founding, Assignments assignments) {
        this.founding = founding;
        this.assignments = assignments;
        centre = founding.openRegion(region, naming("Центр"), SINCE);
        names.put(centre, "Центр");
        district = named("Север", founding.openDistrict(region, centre, naming("Север"), SINCE));
        otherDistrict = named("Юг", founding.openDistrict(region, centre, naming("Юг"), SINCE));
        school = school("Школа на горе", district);
        sibling = school("Школа у реки", district);
        farSchool = school("Школа в степи", otherDistrict);
    }

    private OrgId named(String name, OrgId org) {
        names.put(org, name);
        return org;
    }

    private static Naming naming(String name) {
        return new Naming(name, name, name);
    }

    private OrgId school(String name, OrgId parent) {
        return named(name, founding.openSchool(region, parent, naming(name), false, SINCE, SINCE));
    }

    /** Somebody new with a role. */
    public Human human(String name, OrgId org, Role role) {
        var subject = Ids.next().toString();
        return enrol(
                new Human(new AccountId(Ids.next()), subject, name, subject + "@x.test"),
                org,
                role);
    }

    /** Gives somebody known one more role. */
    public Human enrol(Human human, OrgId org, Role role) {
        var account =
                founding.enrol(
                        region,
                        org,
                        role,
                        SignedIn.ISSUER,
                        human.subject(),
                        human.name(),
                        human.email());
        return new Human(account, human.subject(), human.name(), human.email());
    }

    /** The scope in which somebody works at an organisation. */
    public Scope scope(Human human, OrgId org) {
        return assignments.of(SignedIn.ISSUER, human.subject()).stream()
                .filter(place -> place.org().equals(org))
                .findFirst()
                .orElseThrow()
                .scope();
    }

    public boolean works(Human human, OrgId org) {
        return assignments.of(SignedIn.ISSUER, human.subject()).stream()
                .anyMatch(place -> place.org().equals(org));
    }

    public <T> T as(Human human, OrgId org, Supplier<T> work) {
        return CurrentScope.call(scope(human, org), work);
    }
}
