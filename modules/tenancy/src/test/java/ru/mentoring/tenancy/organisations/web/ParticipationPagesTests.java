package ru.mentoring.tenancy.organisations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood;
import ru.mentoring.tenancy.members.Neighbourhood.Human;
import ru.mentoring.tenancy.organisations.OrgDirectory;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;

@ModuleTest
class ParticipationPagesTests {

    private static final DateTimeFormatter PAPER = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Autowired MockMvc mvc;
    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired OrgDirectory directory;
    @Autowired OrgTree tree;
    @Autowired OracleDb oracle;

    private Neighbourhood place;
    private Human officer;
    private OrgId late;
    private OrgId later;
    private String district;
    private LocalDate today;

    @BeforeEach
    void openARegionWithTwoSchoolsThatAreNotListed() {
        place = new Neighbourhood(founding, assignments);
        officer = place.human("Олег Лесной", place.district, Role.DISTRICT_OFFICER);
        late = school("Школа в лесу", place.district);
        later = school("Школа на острове", place.district);
        district = "/d/" + place.district.value() + "/organisations/participation";
        today = directory.today();
    }

    private OrgId school(String name, OrgId above) {
        var naming = new Naming(name, name, name);
        return founding.openSchool(place.region, above, naming, false, Neighbourhood.SINCE, null);
    }

    private MockHttpServletResponse ask(
            Human who, AbstractMockHttpServletRequestBuilder<?> request, String... values)
            throws Exception {
        request.with(SignedIn.as(who.subject()));
        for (int i = 0; i < values.length; i += 2) {
            request.param(values[i], values[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse order(String action, LocalDate day, String... values)
            throws Exception {
        var request = post(district).with(SignedIn.form());
        request.param("action", action)
                .param("day", PAPER.format(day))
                .param("orderNumber", "214")
                .param("orderDate", PAPER.format(day.minusDays(3)));
        return ask(officer, request, values);
    }

    private boolean countsOn(OrgId school, LocalDate day) {
        return place.as(
                officer, place.district, () -> tree.organisation(school).countsUpwardOn(day));
    }

    @Test
    void putsTickedSchoolsOnTheListFromTheDayOfTheOrderOn() throws Exception {
        var day = today.minusDays(5);

        var answer =
                order(
                        "LIST",
                        day,
                        "schools",
                        late.value().toString(),
                        "schools",
                        place.school.value().toString());

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(countsOn(late, day)).isTrue();
        assertThat(countsOn(late, day.minusDays(1))).isFalse();
        assertThat(countsOn(later, day)).isFalse();
        assertThat(countsOn(place.school, day.minusDays(1))).as("was on it before").isTrue();
        assertThat(ask(officer, get(district), "q", "в лесу").getContentAsString())
                .contains("214 от " + PAPER.format(day.minusDays(3)), "в перечне");
        assertThat(actions(late)).containsExactly("participation.listed");
        assertThat(actions(place.school)).as("was not changed").isEmpty();
    }

    private List<String> actions(OrgId school) {
        return oracle.jdbc()
                .sql("select action from audit.entry where object_id = ? order by at")
                .param(school.value())
                .query(String.class)
                .list();
    }

    @Test
    void putsAllThatAFilterFindsOnTheList() throws Exception {
        order("LIST", today, "participation", "NOT_LISTED", "everybody", "true");

        assertThat(countsOn(late, today)).isTrue();
        assertThat(countsOn(later, today)).isTrue();
        assertThat(ask(officer, get(district), "participation", "NOT_LISTED").getContentAsString())
                .contains("ничего не нашлось");
    }

    @Test
    void takesASchoolOffAndKeepsItsTime() throws Exception {
        var day = today.minusDays(5);

        order("DELIST", day, "schools", place.school.value().toString());

        assertThat(countsOn(place.school, day.minusDays(1))).isTrue();
        assertThat(countsOn(place.school, day)).isFalse();
        assertThat(ask(officer, get(district), "q", "на горе").getContentAsString())
                .contains("выбыла по приказу 214", "не в перечне");
        order("LIST", today, "schools", place.school.value().toString());
        assertThat(countsOn(place.school, today)).isTrue();
    }

    @Test
    void takesBackAListingThatHasNotBegun() throws Exception {
        order("LIST", today.plusDays(30), "schools", late.value().toString());
        assertThat(countsOn(late, today.plusDays(30))).isTrue();

        order("DELIST", today, "schools", late.value().toString());

        assertThat(countsOn(late, today.plusDays(30))).isFalse();
    }

    @Test
    void leavesSchoolsOfOtherDistrictsAlone() throws Exception {
        var stranger = school("Школа за рекой", place.otherDistrict);
        var beyond = new Neighbourhood(founding, assignments);

        order(
                "LIST",
                today,
                "schools",
                stranger.value().toString(),
                "schools",
                beyond.school.value().toString());
        order("DELIST", today, "schools", place.farSchool.value().toString());

        assertThat(countsOn(stranger, today)).isFalse();
        assertThat(countsOn(place.farSchool, today)).isTrue();
        assertThat(ask(officer, get(district)).getContentAsString())
                .doesNotContain("Школа за рекой", "Школа в степи");
    }

    @Test
    void asksForTheOrderAndForSchools() throws Exception {
        var answer =
                ask(officer, post(district).with(SignedIn.form()), "action", "LIST", "q", "школа");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Отметьте школы, о которых приказ", "Номер приказа", "value=\"школа\"")
                .doesNotContain("??");
        assertThat(countsOn(late, today)).isFalse();
    }

    @Test
    void letsAnAnalystLookOnly() throws Exception {
        var analyst = place.human("Анна Счётова", place.centre, Role.REGION_ANALYST);
        var address = "/r/" + place.centre.value() + "/organisations/participation";

        var page = ask(analyst, get(address).cookie(new Cookie("language", "en")));
        assertThat(page.getContentAsString())
                .contains("List of participating schools", "Школа в степи", "lang=\"en\"")
                .doesNotContain("Put on the list", "??");
        assertThat(ask(analyst, post(address).with(SignedIn.form())).getStatus()).isEqualTo(403);
    }
}
