package ru.mentoring.participants.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.junit.jupiter.api.Test;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;

/** People are found inside their school, with typing errors, and nowhere else. */
@ModuleTest
class PeopleFinderTests extends PagesOfASchool {

    @Test
    void findsPeopleOfTheOwnSchoolAlsoMistyped() throws Exception {
        var person = mentee("Росинкина Анна Львовна", 12);
        mentor("Токарев Глеб");

        for (var typed :
                List.of("росинкина", "Анна Росин", "расинкина", "росикнина", "hjcbyrbyf")) {
            assertThat(search(school, Role.CURATOR, typed))
                    .as(typed)
                    .contains("Росинкина Анна Львовна", "ученик")
                    .contains(school.path("/people/" + person.value()))
                    .doesNotContain("Токарев");
        }
        assertThat(search(school, Role.CURATOR, "расинкина"))
                .contains("Точно так не пишется ничего. Похожее:");
        assertThat(search(school, Role.CURATOR, "росинкина")).doesNotContain("Похожее:");
    }

    @Test
    void showsPeopleOnlyToWhoMayOpenTheirCards() throws Exception {
        mentee("Росинкина Анна", 12);

        for (var role : school.roles()) {
            boolean sees =
                    List.of(Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST)
                            .contains(role);
            assertThat(search(school, role, "росинкина").contains("Росинкина Анна"))
                    .as(role.name())
                    .isEqualTo(sees);
        }
    }

    @Test
    void findsNobodyOfAnotherSchoolAndNobodyFromAbove() throws Exception {
        mentee("Росинкина Анна", 12);
        mentor("Росинкин Глеб");
        var neighbour = district.school();

        assertThat(search(neighbour, Role.CURATOR, "росинкин")).contains("Ничего не нашлось");
        assertThat(search(district, Role.DISTRICT_HEAD, "росинкин")).contains("Ничего не нашлось");
        assertThat(search(school, Role.CURATOR, "росинкин"))
                .contains("Росинкина Анна", "Росинкин Глеб");
    }

    private String search(Regions.Org where, Role role, String typed) throws Exception {
        var answer =
                mvc.perform(
                                post(where.path("/find"))
                                        .param("q", typed)
                                        .with(where.signedIn(role))
                                        .with(SignedIn.form()))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }
}
