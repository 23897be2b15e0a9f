package ru.mentoring.tenancy.orglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.tenancy.Forbidden;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.OrgView;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood;
import ru.mentoring.tenancy.members.Neighbourhood.Human;
import ru.mentoring.tenancy.orglist.ListFault.Reason;
import ru.mentoring.tenancy.orglist.OrgListImport.Opening;
import ru.mentoring.tenancy.profile.Profile;
import ru.mentoring.tenancy.profile.ProfileYears;
import ru.mentoring.tenancy.profile.Profiles;
import ru.mentoring.tenancy.profile.SchoolFacts;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;

@ModuleTest
class OrgListImportTests {

    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired OrgListImport lists;
    @Autowired Profiles profiles;
    @Autowired ProfileYears years;
    @Autowired OrgTree tree;
    @Autowired OracleDb oracle;

    private Neighbourhood place;
    private Human admin;

    @BeforeEach
    void settle() {
        place = new Neighbourhood(founding, assignments);
        admin = place.human("Анна", place.centre, Role.REGION_ADMIN);
    }

    private OrgListId uploaded(ListWorkbook book) {
        return switch (upload(book.bytes())) {
            case ListUpload.Read(var list) -> list;
            case ListUpload.Rejected(var reason, var detail) ->
                    throw new AssertionError(reason + " " + detail);
        };
    }

    private ListUpload upload(byte[] content) {
        return place.as(
                admin,
                place.centre,
                () -> lists.upload("spisok.xlsx", new ByteArrayInputStream(content)));
    }

    private Opening confirm(OrgListId list) {
        return place.as(admin, place.centre, () -> lists.confirm(list));
    }

    private OrgList.Counts counts(OrgListId list) {
        return place.as(admin, place.centre, () -> lists.list(list)).counts();
    }

    private List<OrgView> organisations() {
        return place.as(admin, place.centre, () -> tree.below(place.centre));
    }

    private OrgView called(String name) {
        return organisations().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ListWorkbook good() {
        return new ListWorkbook()
                .district("77", "Заречный район")
                .school(
                        "7701",
                        "Школа за рекой",
                        "Заречный район",
                        "01.09.2020",
                        "01.09.2021",
                        "114-п",
                        "25.08.2021",
                        "да",
                        "да",
                        12,
                        20,
                        8,
                        9,
                        2)
                .school("7702", "Лицей", "77")
                .school("9001", "Интернат", "");
    }

    @Test
    void opensDistrictsAndSchoolsWithWhatIsKnownOfThem() {
        var list = uploaded(good());
        assertThat(counts(list)).isEqualTo(new OrgList.Counts(4, 1, 3, 0, 0));
        assertThat(organisations()).hasSize(5);

        assertThat(confirm(list)).isEqualTo(Opening.OPENED);

        assertThat(organisations()).hasSize(9);
        var school = called("Школа за рекой");
        assertThat(school.parent()).isEqualTo(called("Заречный район").id());
        assertThat(school.fullName()).isEqualTo("МБОУ Школа за рекой");
        assertThat(school.small()).isTrue();
        assertThat(school.listedFrom()).isEqualTo("2021-09-01");
        assertThat(called("Лицей").parent()).isEqualTo(called("Заречный район").id());
        assertThat(called("Лицей").listedFrom()).isNull();
        assertThat(called("Интернат").parent()).isEqualTo(place.centre);
        assertThat(place.as(admin, place.centre, () -> profiles.of(school.id())))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo(Profile.State.CONFIRMED);
                    assertThat(one.startYear()).isEqualTo(years.running());
                    assertThat(one.facts())
                            .isEqualTo(new SchoolFacts(true, true, false, 12, 20, 8, 9, 2));
                });
        assertThat(place.as(admin, place.centre, () -> profiles.of(called("Лицей").id())))
                .isEmpty();
        assertThat(counts(list)).isEqualTo(new OrgList.Counts(4, 1, 3, 0, 0));
        assertThat(trail())
                .containsExactly("organisation-list.uploaded", "organisation-list.opened");
    }

    private List<String> trail() {
        return oracle.jdbc()
                .sql(
                        "select action from audit.entry where region_id = ? and object_type = 'organisation-list' order by id")
                .param(place.region.value())
                .query(String.class)
                .list();
    }

    @Test
    void opensAListOnceAndFindsItsOrganisationsThereTheSecondTime() {
        var list = uploaded(good());
        confirm(list);

        assertThat(confirm(list)).isEqualTo(Opening.WAS_OPEN);
        assertThat(counts(uploaded(good()))).isEqualTo(new OrgList.Counts(4, 0, 0, 4, 0));
        assertThat(organisations()).hasSize(9);
    }

    @Test
    void opensTheGoodRowsAndNamesTheOthers() {
        var list =
                uploaded(
                        good().school("7703", "", "77")
                                .school("7704", "Школа без района", "Марсианский район"));

        var broken = place.as(admin, place.centre, () -> lists.broken(list, 0, 10));

        assertThat(broken)
                .extracting(
                        OrgList.Broken::line,
                        OrgList.Broken::label,
                        row -> row.faults().getFirst().reason())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(6, "7703", Reason.NAME_MISSING),
                        org.assertj.core.groups.Tuple.tuple(
                                7, "Школа без района", Reason.DISTRICT_UNKNOWN));
        assertThat(confirm(list)).isEqualTo(Opening.OPENED);
        assertThat(organisations()).hasSize(9);
    }

    @Test
    void opensNothingWhenTheDirectoryHasChangedSinceThePreview() {
        var list = uploaded(good());
        founding.openDistrict(
                place.region,
                place.centre,
                new Naming("77", "Другой район", "Другой район"),
                Neighbourhood.SINCE);

        assertThat(confirm(list)).isEqualTo(Opening.JUDGED_ANEW);

        assertThat(organisations()).hasSize(6);
        assertThat(counts(list)).isEqualTo(new OrgList.Counts(4, 0, 1, 0, 3));
        assertThat(confirm(list)).isEqualTo(Opening.OPENED);
        assertThat(organisations()).hasSize(7);
    }

    @Test
    void forgetsAListThatNobodyWants() {
        var list = uploaded(good());

        assertThat(place.as(admin, place.centre, () -> lists.discard(list))).isTrue();

        assertThatExceptionOfType(NoSuchList.class).isThrownBy(() -> confirm(list));
        assertThat(organisations()).hasSize(5);
    }

    @Test
    void rejectsWhatIsNoListAtAll() {
        assertThat(upload(new byte[0])).isEqualTo(new ListUpload.Rejected(ListRejection.EMPTY, ""));
        assertThat(upload("Код;Наименование".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new ListUpload.Rejected(ListRejection.NOT_A_WORKBOOK, ""));
        assertThat(upload(new ListWorkbook().bytes()))
                .isEqualTo(new ListUpload.Rejected(ListRejection.NO_ROWS, ""));
    }

    @Test
    void isForTheAdministratorOfTheRegionAndNobodyElse() {
        var officer = place.human("Ольга", place.district, Role.DISTRICT_OFFICER);
        var list = uploaded(good());

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> place.as(officer, place.district, () -> lists.confirm(list)));
        var elsewhere = new Neighbourhood(founding, assignments);
        var stranger = elsewhere.human("Инна", elsewhere.centre, Role.REGION_ADMIN);
        assertThatExceptionOfType(NoSuchList.class)
                .isThrownBy(() -> elsewhere.as(stranger, elsewhere.centre, () -> lists.list(list)));
        assertThatExceptionOfType(NoSuchList.class)
                .isThrownBy(
                        () -> elsewhere.as(stranger, elsewhere.centre, () -> lists.confirm(list)));
    }
}
