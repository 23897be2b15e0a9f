package ru.mentoring.tenancy.profile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood;
import ru.mentoring.tenancy.members.Neighbourhood.Human;
import ru.mentoring.tenancy.profile.Profile;
import ru.mentoring.tenancy.profile.ProfileYears;
import ru.mentoring.tenancy.profile.Profiles;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;

@ModuleTest
class ProfilePagesTests {

    @Autowired MockMvcTester mvc;
    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired Profiles profiles;
    @Autowired ProfileYears years;

    private Neighbourhood place;
    private Human officer;
    private Human admin;

    @BeforeEach
    void settle() {
        place = new Neighbourhood(founding, assignments);
        officer = place.human("Ольга", place.district, Role.DISTRICT_OFFICER);
        admin = place.human("Анна", place.centre, Role.REGION_ADMIN);
    }

    private MvcTestResult get(Human human, String address) {
        return mvc.get().uri(address).with(SignedIn.as(human.subject())).exchange();
    }

    private MvcTestResult post(Human human, String address, String... parameters) {
        var request =
                mvc.post().uri(address).with(SignedIn.as(human.subject())).with(SignedIn.form());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
    }

    private String district(String page) {
        return "/d/" + place.district.value() + page;
    }

    private String region(String page) {
        return "/r/" + place.centre.value() + page;
    }

    private static String of(OrgId school) {
        return "/profiles/" + school.value();
    }

    private MvcTestResult state(String... more) {
        var parameters =
                new ArrayList<>(
                        List.of("seen", "", "_small", "on", "_rural", "on", "_remote", "on"));
        parameters.addAll(List.of(more));
        return post(
                officer,
                district(of(place.school) + "/state?year=" + years.running()),
                parameters.toArray(String[]::new));
    }

    private List<Profile> stated() {
        return place.as(admin, place.centre, () -> profiles.of(place.school));
    }

    @Test
    void leadsFromTheListOfADistrictOverItsFormToTheDecisionOfTheCentre() {
        assertThat(text(get(officer, district("/profiles"))))
                .contains("Школа на горе", "Школа у реки", "нет сведений")
                .doesNotContain("Школа в степи", "Подтвердить отмеченные");
        assertThat(text(get(officer, district(of(place.school) + "/state"))))
                .contains("Малокомплектная школа", "Отправить на подтверждение");

        var sent =
                state(
                        "small",
                        "true",
                        "under10",
                        "12",
                        "from10to14",
                        "20",
                        "from15to19",
                        "8",
                        "teachers",
                        "9",
                        "youngTeachers",
                        "2");

        assertThat(sent).hasStatus3xxRedirection();
        var waiting = stated().getFirst();
        assertThat(text(get(admin, region("/profiles"))))
                .contains("1 ждёт решения", waiting.id() + ":" + waiting.version());
        assertThat(text(get(admin, region(of(place.school)))))
                .contains("Ждёт подтверждения", "Подтвердить сведения", "Вернуть на доработку");
        assertThat(
                        post(
                                admin,
                                region("/profiles/confirm"),
                                "seen",
                                waiting.id() + ":" + waiting.version()))
                .hasStatus3xxRedirection();
        assertThat(stated()).singleElement().matches(one -> one.state() == Profile.State.CONFIRMED);
        var director = place.human("Дина", place.school, Role.DIRECTOR);
        assertThat(text(get(director, "/s/" + place.school.value() + "/profile")))
                .contains("малокомплектная", "подтверждено");
    }

    @Test
    void saysAtTheFieldWhatDoesNotFitTogetherAndKeepsWhatWasTyped() {
        var answer = state("under10", "12", "from15to19", "8", "teachers", "много");

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("Укажите число", "value=\"12\"", "value=\"много\"");
        answer = state("under10", "12", "from15to19", "8", "teachers", "9", "youngTeachers", "10");
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("Заполните все три возраста");
        assertThat(stated()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyElseWasFaster() {
        state("teachers", "9", "youngTeachers", "2");

        var answer = state("teachers", "11", "youngTeachers", "2");

        assertThat(answer).hasStatus(409);
        assertThat(stated()).singleElement().matches(one -> one.facts().teachers() == 9);
    }

    @Test
    void returnsNothingWithoutSayingWhy() {
        state("teachers", "9", "youngTeachers", "2");
        var waiting = stated().getFirst();
        var address = region("/profiles/" + waiting.id() + "/return");

        var answer = post(admin, address, "version", "0", "remark", " ");

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("Напишите, что исправить");
        assertThat(post(admin, address, "version", "0", "remark", "Учителей 90"))
                .hasStatus3xxRedirection();
        assertThat(text(get(officer, district(of(place.school) + "/state"))))
                .contains("Учителей 90", "value=\"9\"");
    }

    @Test
    void answersWhatNoPageOfOursSends() {
        assertThat(get(officer, district("/profiles?year=1917"))).hasStatus(404);
        assertThat(get(officer, district(of(place.farSchool)))).hasStatus(404);
        assertThat(post(admin, region("/profiles/confirm"), "seen", "все")).hasStatus(400);
        assertThat(post(admin, region("/profiles/" + place.school.value() + "/confirm")))
                .hasStatus(400);
    }
}
