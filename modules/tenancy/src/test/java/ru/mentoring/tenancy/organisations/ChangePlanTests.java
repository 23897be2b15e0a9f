package ru.mentoring.tenancy.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.OrgChange;
import ru.mentoring.tenancy.OrgChange.Closing;
import ru.mentoring.tenancy.OrgChange.Merging;
import ru.mentoring.tenancy.OrgChange.Moving;
import ru.mentoring.tenancy.OrgChange.Opening;
import ru.mentoring.tenancy.OrgChange.Part;
import ru.mentoring.tenancy.OrgChange.Renaming;
import ru.mentoring.tenancy.OrgChange.Splitting;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgOnDay;
import ru.mentoring.tenancy.organisations.Objection.Reason;

class ChangePlanTests {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final OrgOnDay centre = org(1, OrgKind.REGION, "R", "Центр", null);
    private final OrgOnDay north = org(2, OrgKind.DISTRICT, "D1", "Северный район", centre);
    private final OrgOnDay south = org(3, OrgKind.DISTRICT, "D2", "Южный район", centre);
    private final OrgOnDay first = org(4, OrgKind.SCHOOL, "S1", "Школа № 1", north);
    private final OrgOnDay second = org(5, OrgKind.SCHOOL, "S2", "Школа № 2", north);
    private final OrgOnDay third = org(6, OrgKind.SCHOOL, "S3", "Школа № 3", south);
    private final OrgOnDay branch = org(7, OrgKind.BRANCH, "B1", "Филиал", first);
    private final TreeOnDay tree =
            new TreeOnDay(DAY, List.of(centre, north, south, first, second, third, branch));
    private final OrgId opened = new OrgId(new UUID(0, 100));

    private static OrgOnDay org(
            int number, OrgKind kind, String code, String name, @Nullable OrgOnDay parent) {
        return new OrgOnDay(
                new OrgId(new UUID(0, number)),
                kind,
                code,
                name,
                name,
                false,
                LocalDate.of(2020, 1, 1),
                null,
                true,
                parent == null ? null : parent.id());
    }

    private List<Step> steps(OrgChange change) {
        var plan = ChangePlan.of(change, tree, () -> opened);
        assertThat(plan.objections()).isEmpty();
        return plan.steps();
    }

    private List<Reason> objections(OrgChange change) {
        var plan = ChangePlan.of(change, tree, () -> opened);
        assertThat(plan.steps()).isEmpty();
        return plan.objections().stream().map(Objection::reason).toList();
    }

    @Test
    void bringsTheSchoolsOfAMergedDistrictUnderTheOneThatStays() {
        assertThat(steps(new Merging(Set.of(north.id(), south.id()), north.id(), null, true)))
                .containsExactly(
                        new Step.Move(third.id(), north.id()),
                        new Step.Succeed(south.id(), north.id()),
                        new Step.CopyRoles(south.id(), north.id()),
                        new Step.Close(south.id()));
    }

    @Test
    void opensANewDistrictForTwoThatEnd() {
        var naming = new Naming("D3", "Озёрный округ", "Управление образования Озёрного округа");

        assertThat(steps(new Merging(Set.of(north.id(), south.id()), null, naming, false)))
                .containsExactly(
                        new Step.Open(opened, OrgKind.DISTRICT, naming, false, centre.id()),
                        new Step.Move(first.id(), opened),
                        new Step.Move(second.id(), opened),
                        new Step.Succeed(north.id(), opened),
                        new Step.Close(north.id()),
                        new Step.Move(third.id(), opened),
                        new Step.Succeed(south.id(), opened),
                        new Step.Close(south.id()));
    }

    @Test
    void letsThePeopleOfTheSuccessorReachWhatAClosedSchoolLeft() {
        assertThat(steps(new Merging(Set.of(first.id(), second.id()), second.id(), null, true)))
                .containsExactly(
                        new Step.Move(branch.id(), second.id()),
                        new Step.Succeed(first.id(), second.id()),
                        new Step.CopyRoles(first.id(), second.id()),
                        new Step.Close(first.id()),
                        new Step.CopyRoles(second.id(), first.id()));
    }

    @Test
    void takesPartsOutOfADistrictThatStays() {
        var naming = new Naming("D3", "Новый район", "Управление образования");

        assertThat(
                        steps(
                                new Splitting(
                                        north.id(),
                                        true,
                                        List.of(new Part(naming, Set.of(second.id()))))))
                .containsExactly(
                        new Step.Open(opened, OrgKind.DISTRICT, naming, false, centre.id()),
                        new Step.Move(second.id(), opened),
                        new Step.Succeed(north.id(), opened));
    }

    @Test
    void refusesToEndADistrictWhileASchoolOfItGoesNowhere() {
        var east = new Part(new Naming("D3", "Восток", "Восток"), Set.of(first.id()));
        var west = new Part(new Naming("D4", "Запад", "Запад"), Set.of());

        assertThat(objections(new Splitting(north.id(), false, List.of(east, west))))
                .containsExactly(Reason.GOES_NOWHERE);
    }

    @Test
    void refusesASchoolThatGoesInTwoParts() {
        var east = new Part(new Naming("D3", "Восток", "Восток"), Set.of(first.id(), second.id()));
        var west = new Part(new Naming("D3", "Запад", "Запад"), Set.of(first.id()));

        assertThat(objections(new Splitting(north.id(), false, List.of(east, west))))
                .containsExactly(Reason.CODE_IS_TAKEN, Reason.GOES_TWICE);
    }

    @Test
    void refusesToCloseWhatStillHasParts() {
        assertThat(objections(new Closing(north.id()))).containsExactly(Reason.STILL_HAS_PARTS);
        assertThat(objections(new Closing(centre.id())))
                .containsExactly(Reason.IS_THE_CENTRE, Reason.STILL_HAS_PARTS);
        assertThat(steps(new Closing(third.id()))).containsExactly(new Step.Close(third.id()));
    }

    @Test
    void refusesAPlaceWhereNothingOfTheKindMayStand() {
        assertThat(objections(new Moving(first.id(), second.id())))
                .containsExactly(Reason.WRONG_PARENT);
        assertThat(objections(new Moving(north.id(), first.id())))
                .containsExactly(Reason.WRONG_PARENT);
        assertThat(objections(new Moving(first.id(), north.id())))
                .containsExactly(Reason.CHANGES_NOTHING);
        assertThat(steps(new Moving(first.id(), centre.id())))
                .containsExactly(new Step.Move(first.id(), centre.id()));
    }

    @Test
    void refusesMergersThatMakeNoSense() {
        assertThat(objections(new Merging(Set.of(north.id()), north.id(), null, false)))
                .containsExactly(Reason.TOO_FEW);
        assertThat(objections(new Merging(Set.of(north.id(), third.id()), north.id(), null, false)))
                .containsExactly(Reason.DIFFERENT_KINDS);
        assertThat(
                        objections(
                                new Merging(
                                        Set.of(first.id(), third.id()),
                                        null,
                                        new Naming("S9", "Школа", "Школа"),
                                        false)))
                .containsExactly(Reason.DIFFERENT_PARENTS);
    }

    @Test
    void refusesACodeThatIsTakenAndANameThatIsMissing() {
        assertThat(
                        objections(
                                new Opening(
                                        OrgKind.SCHOOL,
                                        north.id(),
                                        new Naming("S1", "Новая", "Новая школа"),
                                        false)))
                .containsExactly(Reason.CODE_IS_TAKEN);
        assertThat(objections(new Renaming(first.id(), " ", "Гимназия")))
                .containsExactly(Reason.NAMELESS);
        assertThat(objections(new Renaming(first.id(), first.name(), first.fullName())))
                .containsExactly(Reason.CHANGES_NOTHING);
        assertThat(objections(new Renaming(new OrgId(new UUID(9, 9)), "Имя", "Имя")))
                .containsExactly(Reason.DOES_NOT_EXIST);
    }
}
