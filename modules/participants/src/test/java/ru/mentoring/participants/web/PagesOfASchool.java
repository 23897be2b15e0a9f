package ru.mentoring.participants.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import ru.mentoring.agenda.Errands;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.domain.CardFixture;
import ru.mentoring.participants.domain.ConsentDesk;
import ru.mentoring.participants.domain.ConsentQueries;
import ru.mentoring.participants.domain.Registrant;
import ru.mentoring.participants.domain.Registration;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;

/** A school of its own for each test, people in it, and the pages that they open. */
abstract class PagesOfASchool {

    static final DateTimeFormatter PAPER = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Autowired MockMvc mvc;
    @Autowired Registration registration;
    @Autowired ConsentDesk desk;
    @Autowired ConsentQueries consents;
    @Autowired Regions regions;
    @Autowired OracleDb oracle;
    @Autowired Errands errands;
    @Autowired Clock clock;

    Regions.District district;
    Regions.Org school;
    LocalDate today;

    @BeforeEach
    void openSchool() {
        district = regions.fresh().district();
        school = district.school();
        today = LocalDate.now(clock);
    }

    PersonId mentee(String name, int age) {
        var person = new Registrant(CardFixture.pupil(name, today, age), CardFixture.request());
        return school.ask(Role.CURATOR, () -> registration.register(person)).person();
    }

    PersonId mentor(String name) {
        var card = CardFixture.adult(name, today, ru.mentoring.participants.Category.PARENT);
        var person = new Registrant(card, CardFixture.offer());
        return school.ask(Role.CURATOR, () -> registration.register(person)).person();
    }

    ResultActions open(Role role, String page) throws Exception {
        return mvc.perform(get(school.path(page)).with(school.signedIn(role)));
    }

    String page(Role role, String page) throws Exception {
        var answer = open(role, page).andReturn().getResponse();
        assertThat(answer.getStatus()).as(page).isEqualTo(200);
        return answer.getContentAsString();
    }

    ResultActions send(Role role, String page, Map<String, String> fields) throws Exception {
        var request = post(school.path(page)).with(school.signedIn(role)).with(SignedIn.form());
        fields.forEach(request::param);
        return mvc.perform(request);
    }

    static int status(ResultActions answer) {
        return answer.andReturn().getResponse().getStatus();
    }
}
