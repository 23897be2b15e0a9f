package ru.mentoring.participants.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;

@ModuleTest
class WhoSeesWhichPageTests extends PagesOfASchool {

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("/mentees", "CURATOR DEPUTY DIRECTOR PSYCHOLOGIST"),
                Arguments.of("/mentors", "CURATOR DEPUTY DIRECTOR PSYCHOLOGIST"),
                Arguments.of("/people/%s", "CURATOR DEPUTY DIRECTOR PSYCHOLOGIST"),
                Arguments.of("/people/%s/edit", "CURATOR DEPUTY"),
                Arguments.of("/people/new", "CURATOR DEPUTY"),
                Arguments.of("/import", "CURATOR DEPUTY"),
                Arguments.of("/consents", "CURATOR DEPUTY DIRECTOR"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void opensEachPageToItsRolesOnly(String address, String roles) throws Exception {
        var person = mentee("Росинкина Аня", 12).value();
        var page = address.formatted(person);

        for (var role : school.roles()) {
            assertThat(status(open(role, page)))
                    .as(role + " " + page)
                    .isEqualTo(List.of(roles.split(" ")).contains(role.name()) ? 200 : 403);
        }
    }

    @Test
    void keepsConsentsFromThePsychologist() throws Exception {
        var person = mentee("Росинкина Аня", 12).value();

        assertThat(page(Role.PSYCHOLOGIST, "/mentees"))
                .doesNotContain("Согласие на обработку данных");
        assertThat(page(Role.PSYCHOLOGIST, "/people/" + person)).doesNotContain("id=\"consents\"");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void knowsNoPersonOfAnotherSchool(String address, String roles) throws Exception {
        var person = mentee("Росинкина Аня", 12).value();
        var neighbour = district.school();

        var foreign =
                mvc.perform(
                        get(neighbour.path(address.formatted(person)))
                                .with(school.signedIn(Role.CURATOR)));
        var theirs =
                mvc.perform(
                        get(neighbour.path("/people/" + person))
                                .with(neighbour.signedIn(Role.CURATOR)));

        assertThat(status(foreign)).isEqualTo(404);
        assertThat(status(theirs)).isEqualTo(404);
    }

    @Test
    void hasNoPageForTheDistrict() throws Exception {
        assertThat(
                        status(
                                mvc.perform(
                                        get(district.path("/mentees"))
                                                .with(district.signedIn(Role.DISTRICT_OFFICER)))))
                .isEqualTo(404);
    }

    @Test
    void speaksEnglishToo() throws Exception {
        mentee("Росинкина Аня", 12);
        mentor("Токарев Глеб");

        for (var page : List.of("/mentees", "/mentors", "/consents", "/import", "/people/new")) {
            var answer =
                    mvc.perform(
                                    get(school.path(page))
                                            .cookie(
                                                    new jakarta.servlet.http.Cookie(
                                                            "language", "en"))
                                            .with(school.signedIn(Role.CURATOR)))
                            .andReturn()
                            .getResponse();
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getContentAsString())
                    .as(page)
                    .contains("lang=\"en\"")
                    .doesNotContain("??", "Согласия", "Наставляемые");
        }
    }
}
