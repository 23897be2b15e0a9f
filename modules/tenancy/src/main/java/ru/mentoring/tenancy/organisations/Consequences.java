package ru.mentoring.tenancy.organisations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.Belongings;
import ru.mentoring.tenancy.Belongings.Count;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.members.MemberList;
import ru.mentoring.tenancy.organisations.Reorganisations.Preview;

/** Says in numbers whom and what a reorganisation touches. */
@Component
public class Consequences {

    /** What a sum of counts says. */
    public static final String MEMBERS = "tenancy.organisations.change.members";

    /**
     * Something that the touched organisations have.
     *
     * @param key message key with plural forms that names it
     * @param number how many, those kept back not counted
     * @param keptBack in how many schools the number is too small to be shown
     */
    public record Sum(String key, long number, int keptBack) {}

    private final List<Belongings> belongings;
    private final MemberList members;

    Consequences(List<Belongings> belongings, MemberList members) {
        this.belongings = belongings;
        this.members = members;
    }

    /**
     * Adds up what belongs to the schools that come to stand elsewhere or end, those below moved
     * districts included.
     */
    @Transactional(readOnly = true)
    public List<Sum> of(Preview preview) {
        var schools = schools(preview);
        var sums = new LinkedHashMap<String, Sum>();
        var ending = ending(preview);
        if (!ending.isEmpty()) {
            sums.put(MEMBERS, new Sum(MEMBERS, members(ending), 0));
        }
        if (!schools.isEmpty()) {
            belongings.stream()
                    .flatMap(one -> one.of(schools).stream())
                    .forEach(count -> sums.merge(count.key(), sum(count), Consequences::plus));
        }
        return new ArrayList<>(sums.values());
    }

    /** How many schools are touched. */
    public int schoolsTouchedBy(Preview preview) {
        return schools(preview).size();
    }

    private long members(Collection<OrgId> orgs) {
        return orgs.stream()
                .mapToLong(org ->
                        members.read(MemberList.Filter.at(org), 0, 1).stream()
                                .mapToLong(one -> one.total())
                                .findFirst()
                                .orElse(0))
                .sum();
    }

    private static Set<OrgId> ending(Preview preview) {
        var ending = new HashSet<OrgId>();
        for (var step : preview.steps()) {
            if (step instanceof Step.Close(var org)) {
                ending.add(org);
            }
        }
        return ending;
    }

    private static Set<OrgId> schools(Preview preview) {
        var schools = new HashSet<OrgId>();
        for (var step : preview.steps()) {
            switch (step) {
                case Step.Move(var org, var parent) -> add(preview.before(), org, schools);
                case Step.Close(var org) -> add(preview.before(), org, schools);
                case Step.Open _, Step.Rename _, Step.Succeed _, Step.CopyRoles _ -> {}
            }
        }
        return schools;
    }

    private static void add(TreeOnDay tree, OrgId org, Set<OrgId> schools) {
        tree.find(org)
                .filter(one -> one.kind() == OrgKind.SCHOOL)
                .ifPresent(one -> schools.add(one.id()));
        tree.below(org).stream()
                .filter(one -> one.kind() == OrgKind.SCHOOL)
                .forEach(one -> schools.add(one.id()));
    }

    private static Sum sum(Count count) {
        return count.number() == null
                ? new Sum(count.key(), 0, 1)
                : new Sum(count.key(), count.number(), 0);
    }

    private static Sum plus(Sum one, Sum other) {
        return new Sum(one.key(), one.number() + other.number(), one.keptBack() + other.keptBack());
    }
}
