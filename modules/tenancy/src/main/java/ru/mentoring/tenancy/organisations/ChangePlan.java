package ru.mentoring.tenancy.organisations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.OrgChange;
import ru.mentoring.tenancy.OrgChange.Closing;
import ru.mentoring.tenancy.OrgChange.Merging;
import ru.mentoring.tenancy.OrgChange.Moving;
import ru.mentoring.tenancy.OrgChange.Opening;
import ru.mentoring.tenancy.OrgChange.Renaming;
import ru.mentoring.tenancy.OrgChange.Splitting;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgOnDay;
import ru.mentoring.tenancy.organisations.Objection.Reason;

/**
 * Works out what a change of the tree means, or why it cannot be.
 *
 * <p>What is shown before a change is confirmed and what is carried out afterwards are the same
 * steps.
 */
final class ChangePlan {

    private final TreeOnDay tree;
    private final Supplier<OrgId> ids;
    private final List<Objection> objections = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private ChangePlan(TreeOnDay tree, Supplier<OrgId> ids) {
        this.tree = tree;
        this.ids = ids;
    }

    /** Plans a change on the tree of the day on which it takes effect. */
    static ChangePlan of(OrgChange change, TreeOnDay tree, Supplier<OrgId> ids) {
        var plan = new ChangePlan(tree, ids);
        switch (change) {
            case Opening opening -> plan.open(opening);
            case Renaming renaming -> plan.rename(renaming);
            case Moving moving -> plan.move(moving);
            case Closing closing -> plan.close(closing);
            case Merging merging -> plan.merge(merging);
            case Splitting splitting -> plan.split(splitting);
        }
        return plan;
    }

    /** Why the change cannot be; empty if it can. */
    List<Objection> objections() {
        return List.copyOf(objections);
    }

    /** What happens, in the order in which it is carried out; empty if there are objections. */
    List<Step> steps() {
        return objections.isEmpty() ? List.copyOf(steps) : List.of();
    }

    private void open(Opening opening) {
        var parent = tree.find(opening.parent());
        if (parent.isEmpty()) {
            object(Reason.DOES_NOT_EXIST, opening.parent());
        } else if (!opening.kind().mayStandBelow(parent.get().kind())) {
            object(Reason.WRONG_PARENT, opening.parent());
        }
        checkNaming(opening.kind(), opening.naming());
        steps.add(
                new Step.Open(
                        ids.get(),
                        opening.kind(),
                        opening.naming(),
                        opening.small(),
                        opening.parent()));
    }

    private void rename(Renaming renaming) {
        living(renaming.org());
        if (renaming.name().isBlank() || renaming.fullName().isBlank()) {
            object(Reason.NAMELESS, renaming.org());
        }
        tree.find(renaming.org())
                .filter(one ->
                        one.name().equals(renaming.name())
                                && one.fullName().equals(renaming.fullName()))
                .ifPresent(one -> object(Reason.CHANGES_NOTHING, one.id()));
        steps.add(new Step.Rename(renaming.org(), renaming.name(), renaming.fullName()));
    }

    private void move(Moving moving) {
        if (living(moving.org()) & living(moving.parent())) {
            var org = tree.find(moving.org()).orElseThrow();
            var parent = tree.find(moving.parent()).orElseThrow();
            if (parent.id().equals(org.parent())) {
                object(Reason.CHANGES_NOTHING, org.id());
            } else if (tree.isWithin(parent.id(), org.id())
                    || !org.kind().mayStandBelow(parent.kind())) {
                object(Reason.WRONG_PARENT, parent.id());
            }
        }
        steps.add(new Step.Move(moving.org(), moving.parent()));
    }

    private void close(Closing closing) {
        if (living(closing.org())) {
            if (tree.find(closing.org()).orElseThrow().kind() == OrgKind.REGION) {
                object(Reason.IS_THE_CENTRE, closing.org());
            }
            if (!tree.children(closing.org()).isEmpty()) {
                object(Reason.STILL_HAS_PARTS, closing.org());
            }
        }
        steps.add(new Step.Close(closing.org()));
    }

    private void merge(Merging merging) {
        var orgs = merging.orgs().stream().flatMap(org -> tree.find(org).stream()).toList();
        merging.orgs().forEach(this::living);
        if (merging.orgs().size() < 2) {
            objections.add(new Objection(Reason.TOO_FEW, null));
        }
        if (orgs.stream().map(OrgOnDay::kind).distinct().count() > 1
                || orgs.stream().anyMatch(one -> !mayBeReshaped(one.kind()))) {
            objections.add(new Objection(Reason.DIFFERENT_KINDS, null));
        }
        if (merging.into() != null && !merging.orgs().contains(merging.into())) {
            object(Reason.DOES_NOT_EXIST, merging.into());
        }
        if (!objections.isEmpty()) {
            return;
        }
        var first = orgs.stream().min(Comparator.comparing(OrgOnDay::name)).orElseThrow();
        var successor = merging.into();
        if (successor == null) {
            var naming = merging.opened();
            if (naming == null || first.parent() == null) {
                throw new IllegalStateException("A merger without a successor");
            }
            if (orgs.stream().map(OrgOnDay::parent).distinct().count() > 1) {
                objections.add(new Objection(Reason.DIFFERENT_PARENTS, null));
            }
            checkNaming(first.kind(), naming);
            successor = ids.get();
            var small = orgs.stream().allMatch(OrgOnDay::small);
            steps.add(new Step.Open(successor, first.kind(), naming, small, first.parent()));
        }
        for (var org : sorted(orgs)) {
            if (!org.id().equals(successor)) {
                carryOn(org, successor, merging.staffFollows());
            }
        }
    }

    /** Moves everything below an organisation under its successor and ends it. */
    private void carryOn(OrgOnDay org, OrgId successor, boolean staffFollows) {
        tree.children(org.id()).forEach(child -> steps.add(new Step.Move(child.id(), successor)));
        steps.add(new Step.Succeed(org.id(), successor));
        if (staffFollows) {
            steps.add(new Step.CopyRoles(org.id(), successor));
        }
        steps.add(new Step.Close(org.id()));
        if (org.kind() == OrgKind.SCHOOL) {
            // A school's people and papers stay its own; whoever carries it on has to reach them.
            steps.add(new Step.CopyRoles(successor, org.id()));
        }
    }

    private void split(Splitting splitting) {
        if (!living(splitting.org())) {
            return;
        }
        var org = tree.find(splitting.org()).orElseThrow();
        if (!mayBeReshaped(org.kind())) {
            object(Reason.IS_THE_CENTRE, org.id());
            return;
        }
        if (splitting.parts().isEmpty() || (!splitting.stays() && splitting.parts().size() < 2)) {
            objections.add(new Objection(Reason.TOO_FEW, null));
        }
        var taken = new HashSet<OrgId>();
        var codes = new HashSet<String>();
        for (var part : splitting.parts()) {
            checkNaming(org.kind(), part.naming());
            if (!codes.add(part.naming().code())) {
                objections.add(new Objection(Reason.CODE_IS_TAKEN, null));
            }
            for (var child : part.takes()) {
                if (tree.find(child).filter(one -> org.id().equals(one.parent())).isEmpty()) {
                    object(Reason.DOES_NOT_EXIST, child);
                } else if (!taken.add(child)) {
                    object(Reason.GOES_TWICE, child);
                }
            }
        }
        if (!splitting.stays()) {
            tree.children(org.id()).stream()
                    .filter(child -> !taken.contains(child.id()))
                    .forEach(child -> object(Reason.GOES_NOWHERE, child.id()));
        }
        if (!objections.isEmpty() || org.parent() == null) {
            return;
        }
        var successors = new ArrayList<OrgId>();
        for (var part : splitting.parts()) {
            var id = ids.get();
            successors.add(id);
            steps.add(new Step.Open(id, org.kind(), part.naming(), org.small(), org.parent()));
            sorted(part.takes().stream().flatMap(child -> tree.find(child).stream()).toList())
                    .forEach(child -> steps.add(new Step.Move(child.id(), id)));
            steps.add(new Step.Succeed(org.id(), id));
        }
        if (!splitting.stays()) {
            successors.forEach(id -> steps.add(new Step.CopyRoles(org.id(), id)));
            steps.add(new Step.Close(org.id()));
            if (org.kind() == OrgKind.SCHOOL) {
                successors.forEach(id -> steps.add(new Step.CopyRoles(id, org.id())));
            }
        }
    }

    private static boolean mayBeReshaped(OrgKind kind) {
        return kind == OrgKind.SCHOOL || kind == OrgKind.DISTRICT;
    }

    private static List<OrgOnDay> sorted(List<OrgOnDay> orgs) {
        return orgs.stream()
                .sorted(Comparator.comparing(OrgOnDay::name).thenComparing(OrgOnDay::code))
                .toList();
    }

    private boolean living(OrgId org) {
        var found = tree.find(org).isPresent();
        if (!found) {
            object(Reason.DOES_NOT_EXIST, org);
        }
        return found;
    }

    private void checkNaming(OrgKind kind, Naming naming) {
        if (naming.name().isBlank() || naming.fullName().isBlank() || naming.code().isBlank()) {
            objections.add(new Objection(Reason.NAMELESS, null));
        } else if (tree.hasCode(kind, naming.code())) {
            objections.add(new Objection(Reason.CODE_IS_TAKEN, null));
        }
    }

    private void object(Reason reason, OrgId org) {
        objections.add(new Objection(reason, org));
    }

    /** Everything that the steps touch, to see whether it has been changed since. */
    Set<OrgId> touched() {
        var touched = new HashSet<OrgId>();
        for (var step : steps) {
            switch (step) {
                case Step.Open open -> {}
                case Step.Rename rename -> touched.add(rename.org());
                case Step.Move move -> touched.add(move.org());
                case Step.Close close -> touched.add(close.org());
                case Step.Succeed succeed -> touched.add(succeed.predecessor());
                case Step.CopyRoles roles -> {}
            }
        }
        return touched;
    }

    /**
     * Where something is opened, comes to stand or is carried on: it has to stay as it is from the
     * day of the change on.
     */
    Set<OrgId> reliedOn() {
        var reliedOn = new HashSet<OrgId>();
        for (var step : steps) {
            switch (step) {
                case Step.Open open -> reliedOn.add(open.parent());
                case Step.Move move -> reliedOn.add(move.parent());
                case Step.Succeed succeed -> reliedOn.add(succeed.successor());
                case Step.Rename _, Step.Close _, Step.CopyRoles _ -> {}
            }
        }
        return reliedOn;
    }

    /** The organisations that are opened. */
    List<Step.Open> opened() {
        return steps.stream()
                .filter(Step.Open.class::isInstance)
                .map(Step.Open.class::cast)
                .toList();
    }
}
