package ru.mentoring.tenancy.organisations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.OrgChange.Renaming;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood;
import ru.mentoring.tenancy.organisations.OrgDirectory;
import ru.mentoring.tenancy.organisations.Reorganisations;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;

@ModuleTest
class DirectoryPagesTests {

    private static final DateTimeFormatter PAPER = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Autowired MockMvc mvc;
    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired OrgDirectory directory;
    @Autowired Reorganisations reorganisations;

    private Neighbourhood place;

    @BeforeEach
    void openARegion() {
        place = new Neighbourhood(founding, assignments);
    }

    private MockHttpServletResponse open(OrgId org, Role role, String page) throws Exception {
        var person = place.human("Ирина Дубравина", org, role);
        return mvc.perform(
                        get("/" + role.kind().level().prefix() + "/" + org.value() + page)
                                .with(SignedIn.as(person.subject())))
                .andReturn()
                .getResponse();
    }

    private String page(OrgId org, Role role, String page) throws Exception {
        var answer = open(org, role, page);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    @Test
    void showsTheCentreItsDistrictsWithTheirSchoolsCounted() throws Exception {
        assertThat(page(place.centre, Role.REGION_ADMIN, "/organisations"))
                .contains("Север", "2 школы", "в перечне 2 из 2", "Юг", "1 школа")
                .doesNotContain("Школа на горе");
    }

    @Test
    void showsADistrictItsOwnSchoolsUntilItAsksForAll() throws Exception {
        assertThat(page(place.district, Role.DISTRICT_OFFICER, "/organisations"))
                .contains("Школа на горе", "Школа у реки")
                .doesNotContain("Школа в степи");
        assertThat(page(place.district, Role.DISTRICT_OFFICER, "/organisations?q=степи"))
                .contains("ничего не нашлось")
                .doesNotContain("Школа в степи");
        assertThat(page(place.district, Role.DISTRICT_OFFICER, "/organisations?whole=true&q=степи"))
                .contains("Школа в степи", "Найдена 1 организация");
    }

    @Test
    void opensThePageOfAnyOrganisationOfTheRegionButOfNoOther() throws Exception {
        var beyond = new Neighbourhood(founding, assignments).school;

        assertThat(page(place.school, Role.CURATOR, "/organisations/" + place.farSchool.value()))
                .contains("<h1>Школа в степи</h1>", "Юг", "Открыта");
        assertThat(open(place.school, Role.CURATOR, "/organisations/" + beyond.value()).getStatus())
                .isEqualTo(404);
    }

    @Test
    void showsThePageAsItWasOnADay() throws Exception {
        var day = directory.today().minusMonths(2);
        var admin = place.human("Ирина Дубравина", place.centre, Role.REGION_ADMIN);
        place.as(
                admin,
                place.centre,
                () ->
                        reorganisations.propose(
                                new Renaming(place.school, "Лицей", "Лицей"), day, "17", day));
        var address = "/organisations/" + place.school.value();

        assertThat(page(place.centre, Role.REGION_ADMIN, address)).contains("<h1>Лицей</h1>");
        assertThat(page(place.centre, Role.REGION_ADMIN, address + on(day.minusDays(1))))
                .contains("<h1>Школа на горе</h1>", "Показано на");
        assertThat(page(place.centre, Role.REGION_ADMIN, address + on(LocalDate.of(2019, 1, 1))))
                .contains("этой организации нет");
    }

    private static String on(LocalDate day) {
        return "?day=" + PAPER.format(day);
    }

    @Test
    void asksAgainForADayThatNobodyCanRead() throws Exception {
        for (var page : List.of("/organisations", "/organisations/" + place.school.value())) {
            assertThat(page(place.centre, Role.REGION_ADMIN, page + "?day=вчера"))
                    .contains("class=\"errsum\"", "value=\"вчера\"");
        }
    }

    @Test
    void isClosedToRolesThatWorkInTheirClassesOnly() throws Exception {
        for (var role : Role.values()) {
            var org =
                    switch (role.kind().level()) {
                        case SCHOOL -> place.school;
                        case DISTRICT -> place.district;
                        case REGION, ROLLUP -> place.centre;
                    };
            var may =
                    place.scope(place.human("Ольга Ровная", org, role), org)
                            .may("organisation.view");

            assertThat(open(org, role, "/organisations").getStatus())
                    .as(role.name())
                    .isEqualTo(may ? 200 : 403);
        }
    }

    @Test
    void speaksEnglishToo() throws Exception {
        var admin = place.human("Ирина Дубравина", place.centre, Role.REGION_ADMIN);
        var base = "/" + Level.REGION.prefix() + "/" + place.centre.value() + "/organisations";
        for (var page : List.of("", "?whole=true", "/" + place.school.value())) {
            var answer =
                    mvc.perform(
                                    get(base + page)
                                            .cookie(new Cookie("language", "en"))
                                            .with(SignedIn.as(admin.subject())))
                            .andReturn()
                            .getResponse();

            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getContentAsString())
                    .contains("lang=\"en\"")
                    .doesNotContain("??", "перечне", "Открыта");
        }
    }
}
