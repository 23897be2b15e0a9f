package ru.mentoring.tenancy.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgChange;
import ru.mentoring.tenancy.OrgChange.Merging;
import ru.mentoring.tenancy.OrgChange.Moving;
import ru.mentoring.tenancy.OrgChange.Renaming;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood;
import ru.mentoring.tenancy.organisations.OrgDirectory.Filter;
import ru.mentoring.tenancy.organisations.OrgDirectory.Happening;
import ru.mentoring.tenancy.organisations.OrgDirectory.Line;
import ru.mentoring.tenancy.organisations.OrgDirectory.Participation;
import ru.mentoring.tenancy.organisations.OrgDirectory.What;
import ru.mentoring.tenancy.organisations.Reorganisations.Outcome;
import ru.mentoringtest.ModuleTest;

@ModuleTest
class OrgDirectoryTests {

    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired OrgDirectory directory;
    @Autowired Reorganisations reorganisations;

    private Neighbourhood place;
    private LocalDate day;

    @BeforeEach
    void openARegion() {
        place = new Neighbourhood(founding, assignments);
        day = directory.today().minusMonths(2);
    }

    private <T> T asAdmin(Supplier<T> work) {
        var admin = place.human("Ирина Дубравина", place.centre, Role.REGION_ADMIN);
        return place.as(admin, place.centre, work);
    }

    private void carry(OrgChange change) {
        var outcome =
                asAdmin(() -> reorganisations.propose(change, day, "17-ОД", day.minusDays(20)));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private List<Line> list(Filter filter, LocalDate on) {
        return asAdmin(() -> directory.list(filter, on, 0, 50));
    }

    private static Filter text(String text) {
        return new Filter(text, null, null, null);
    }

    @Test
    void findsByPartsOfNamesWithoutRegardToCapitalsAndTwoDots() {
        carry(new Renaming(place.school, "Зелёная школа", "Школа «Зелёная»"));

        assertThat(list(text(" ЗЕЛЕН "), day))
                .extracting(Line::name)
                .containsExactly("Зелёная школа");
        assertThat(list(text("%"), day)).isEmpty();
    }

    @Test
    void findsUnderAnEarlierNameAndSaysSo() {
        var naming = new Naming("77", "Школа под дубом", "Школа под дубом");
        var since = Neighbourhood.SINCE;
        var school = founding.openSchool(place.region, place.district, naming, false, since, since);
        carry(new Renaming(school, "Лицей", "Лицей"));

        assertThat(list(text("под дубом"), directory.today()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.name()).isEqualTo("Лицей");
                    assertThat(line.earlierName()).isEqualTo("Школа под дубом");
                });
        assertThat(list(text("лицей"), directory.today()))
                .extracting(Line::earlierName)
                .containsOnlyNulls();
        assertThat(list(text("под дубом"), day.minusDays(1)))
                .extracting(Line::name)
                .containsExactly("Школа под дубом");
    }

    @Test
    void countsTheSchoolsOfADistrictAsOfTheDay() {
        carry(new Moving(place.school, place.otherDistrict));
        var districts = new Filter("", OrgKind.DISTRICT, null, null);

        assertThat(list(districts, day.minusDays(1)))
                .extracting(Line::name, Line::schools)
                .containsExactly(tuple("Север", 2), tuple("Юг", 1));
        assertThat(list(districts, day))
                .extracting(Line::name, Line::schools)
                .containsExactly(tuple("Север", 1), tuple("Юг", 2));
    }

    @Test
    void listsWhatStandsBelowAnOrganisationWithItself() {
        var within = new Filter("", null, place.otherDistrict, null);

        assertThat(list(within, day)).extracting(Line::name).containsExactly("Школа в степи", "Юг");
    }

    @Test
    void tellsParticipatingSchoolsFromOthers() {
        var late = new Naming("Н", "Новая школа", "Новая школа");
        founding.openSchool(place.region, place.district, late, false, Neighbourhood.SINCE, null);
        var listed = list(new Filter("", null, null, Participation.LISTED), day);
        var others = list(new Filter("", null, null, Participation.NOT_LISTED), day);

        assertThat(listed)
                .extracting(Line::name)
                .containsExactly("Школа в степи", "Школа на горе", "Школа у реки");
        assertThat(others).extracting(Line::name).containsExactly("Новая школа");
    }

    @Test
    void tellsTheHistoryWithTheNamesOfTheTime() {
        carry(new Merging(Set.of(place.district, place.otherDistrict), place.district, null, true));
        carry(new Renaming(place.district, "Северный округ", "Северный округ"));

        var past = asAdmin(() -> directory.past(place.otherDistrict));
        assertThat(past)
                .extracting(Happening::what, Happening::otherName)
                .startsWith(tuple(What.CLOSED, null), tuple(What.SUCCEEDED, "Северный округ"))
                .endsWith(tuple(What.OPENED, null));
        assertThat(asAdmin(() -> directory.past(place.farSchool)))
                .filteredOn(one -> one.what() == What.PLACED)
                .extracting(Happening::otherName)
                .containsExactly("Северный округ", "Юг");
    }

    @Test
    void knowsAnOrganisationAfterItsEndButNoneOfAnotherRegion() {
        carry(new Merging(Set.of(place.district, place.otherDistrict), place.district, null, true));
        var beyond = new Neighbourhood(founding, assignments).school;

        assertThat(asAdmin(() -> directory.organisation(place.otherDistrict)).name())
                .isEqualTo("Юг");
        assertThatExceptionOfType(NoSuchOrg.class)
                .isThrownBy(() -> asAdmin(() -> directory.organisation(beyond)));
        assertThat(asAdmin(() -> directory.past(beyond))).isEmpty();
    }

    @Test
    void keepsRegionsApart() {
        new Neighbourhood(founding, assignments);

        assertThat(list(text("Школа на горе"), day)).hasSize(1);
        assertThat(list(new Filter("", null, place.centre, null), day)).hasSize(6);
    }
}
