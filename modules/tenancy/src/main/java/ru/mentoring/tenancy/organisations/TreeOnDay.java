package ru.mentoring.tenancy.organisations;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgOnDay;

/** All organisations of a region as they stood on a day. */
public class TreeOnDay {

    private final LocalDate day;
    private final Map<OrgId, OrgOnDay> orgs;
    private final Map<OrgId, List<OrgOnDay>> children = new HashMap<>();

    TreeOnDay(LocalDate day, Collection<OrgOnDay> orgs) {
        this.day = day;
        this.orgs = orgs.stream().collect(Collectors.toMap(OrgOnDay::id, Function.identity()));
        orgs.stream()
                .sorted(Comparator.comparing(OrgOnDay::name).thenComparing(OrgOnDay::code))
                .forEach(one -> {
                    if (one.parent() != null) {
                        children.computeIfAbsent(one.parent(), key -> new ArrayList<>()).add(one);
                    }
                });
    }

    public LocalDate day() {
        return day;
    }

    public Optional<OrgOnDay> find(OrgId org) {
        return Optional.ofNullable(orgs.get(org));
    }

    /** Returns everything directly below an organisation, by name. */
    public List<OrgOnDay> children(OrgId org) {
        return List.copyOf(children.getOrDefault(org, List.of()));
    }

    /** Returns everything below an organisation, direct and indirect, parents before children. */
    public List<OrgOnDay> below(OrgId org) {
        var below = new ArrayList<OrgOnDay>();
        for (var child : children(org)) {
            below.add(child);
            below.addAll(below(child.id()));
        }
        return below;
    }

    /** Returns what stands above an organisation, the regional centre first. */
    public List<OrgOnDay> above(OrgId org) {
        var above = new ArrayDeque<OrgOnDay>();
        var at = parent(org);
        while (at.isPresent()) {
            above.addFirst(at.get());
            at = parent(at.get().id());
        }
        return List.copyOf(above);
    }

    private Optional<OrgOnDay> parent(OrgId org) {
        return find(org).map(OrgOnDay::parent).flatMap(this::find);
    }

    /** Says whether an organisation is the other one or stands below it. */
    public boolean isWithin(OrgId org, OrgId ancestor) {
        @Nullable OrgId at = org;
        while (at != null) {
            if (at.equals(ancestor)) {
                return true;
            }
            var one = orgs.get(at);
            at = one == null ? null : one.parent();
        }
        return false;
    }

    /** All organisations of a kind, by name. */
    public List<OrgOnDay> all(OrgKind kind) {
        return orgs.values().stream()
                .filter(one -> one.kind() == kind)
                .sorted(Comparator.comparing(OrgOnDay::name).thenComparing(OrgOnDay::code))
                .toList();
    }

    boolean hasCode(OrgKind kind, String code) {
        return orgs.values().stream()
                .anyMatch(one -> one.kind() == kind && one.code().equals(code));
    }
}
