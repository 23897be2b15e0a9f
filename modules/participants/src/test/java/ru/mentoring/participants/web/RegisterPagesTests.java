package ru.mentoring.participants.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;

@ModuleTest
class RegisterPagesTests extends PagesOfASchool {

    @Test
    void showsBothRegistersWithTheirOfficialColumns() throws Exception {
        mentee("Росинкина Аня", 13);
        mentor("Токарев Глеб");

        assertThat(page(Role.CURATOR, "/mentees"))
                .contains(
                        "Росинкина Аня",
                        "собирать электронику",
                        "Подснежникова Вера",
                        "ждёт согласия")
                .contains("Класс, год рождения", "Дата вхождения", "Наставник и форма");
        assertThat(page(Role.CURATOR, "/mentors"))
                .contains("Токарев Глеб", "робототехника", "12–16", "нет справки", "не обучен");
    }

    @Test
    void findsSortsAndPages() throws Exception {
        for (int i = 0; i < 55; i++) {
            mentee(
                    "Гайкин Матвей "
                            + (char) ('А' + i % 30)
                            + "лександрович".substring(0, 3 + i / 30),
                    13);
        }
        mentee("Росинкина Аня", 13);

        assertThat(page(Role.CURATOR, "/mentees?q=росин"))
                .contains("Росинкина Аня")
                .doesNotContain("Гайкин");
        assertThat(page(Role.CURATOR, "/mentees"))
                .contains("1–50 из 56")
                .doesNotContain("Росинкина Аня");
        assertThat(page(Role.CURATOR, "/mentees?page=2")).contains("51–56 из 56", "Росинкина Аня");
        assertThat(page(Role.CURATOR, "/mentees?sort=-name"))
                .contains("Росинкина Аня", "aria-sort=\"descending\"");
        assertThat(page(Role.CURATOR, "/mentees?category=TEACHER")).contains("По этим условиям");
        assertThat(page(Role.CURATOR, "/mentees?page=99"))
                .contains("51–56 из 56", "Росинкина Аня", "rel=\"prev\"");
        assertThat(page(Role.CURATOR, "/consents?page=99"))
                .contains("51–56 из 56", "Росинкина Аня");
        assertThat(page(Role.CURATOR, "/mentees?page=0")).contains("1–50 из 56");
        assertThat(page(Role.CURATOR, "/mentees?q=росин&page=99")).contains("Росинкина Аня");
    }

    @Test
    void saysHowToBeginWhenARegisterIsEmpty() throws Exception {
        assertThat(page(Role.CURATOR, "/mentees"))
                .contains("Наставляемых пока нет", "Загрузить список");
        assertThat(page(Role.CURATOR, "/mentors")).contains("Наставников пока нет");
        assertThat(page(Role.CURATOR, "/consents")).contains("Согласия собирать пока не с кого");
    }
}
