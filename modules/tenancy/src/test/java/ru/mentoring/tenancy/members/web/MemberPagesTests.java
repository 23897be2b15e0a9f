package ru.mentoring.tenancy.members.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.MemberList;
import ru.mentoring.tenancy.members.Membership;
import ru.mentoring.tenancy.members.Nature;
import ru.mentoring.tenancy.members.Neighbourhood;
import ru.mentoring.tenancy.members.Neighbourhood.Human;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;

@ModuleTest
class MemberPagesTests {

    private static final DateTimeFormatter PAPER = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Autowired MockMvc mvc;
    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired MemberList list;
    @Autowired Clock clock;

    private Neighbourhood place;
    private Human director;
    private Human deputy;
    private Human curator;
    private Human officer;
    private LocalDate today;

    @BeforeEach
    void openARegion() {
        place = new Neighbourhood(founding, assignments);
        director = place.human("Дарья Директорова", place.school, Role.DIRECTOR);
        deputy = place.human("Зоя Заместителева", place.school, Role.DEPUTY);
        curator = place.human("Карина Кураторова", place.school, Role.CURATOR);
        officer = place.human("Олег Районный", place.district, Role.DISTRICT_OFFICER);
        today = LocalDate.now(clock);
    }

    private String address(Human who, OrgId org, String page) {
        return place.scope(who, org).path() + page;
    }

    private MockHttpServletResponse open(Human who, OrgId org, String page) throws Exception {
        return mvc.perform(get(address(who, org, page)).with(SignedIn.as(who.subject())))
                .andReturn()
                .getResponse();
    }

    private String page(Human who, OrgId org, String page) throws Exception {
        var answer = open(who, org, page);
        assertThat(answer.getStatus()).as(page).isEqualTo(200);
        return answer.getContentAsString();
    }

    /** Sends a form; names and values take turns. */
    private MockHttpServletResponse send(Human who, OrgId org, String page, String... fields)
            throws Exception {
        var request =
                post(address(who, org, page))
                        .with(SignedIn.as(who.subject()))
                        .with(SignedIn.form());
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private void refused(MockHttpServletResponse answer, String told) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("class=\"errsum\"", told);
    }

    private List<Membership> roles(Human who) {
        return place
                .as(
                        director,
                        place.school,
                        () -> list.read(MemberList.Filter.at(place.school), 0, 50))
                .stream()
                .filter(one -> one.account().equals(who.account().value()))
                .toList();
    }

    private String card(Human who) {
        return "/members/" + roles(who).getFirst().id();
    }

    @Test
    void showsASchoolItsPeopleAndWhoSeesItFromAbove() throws Exception {
        assertThat(page(curator, place.school, "/members"))
                .contains(director.name(), deputy.name(), curator.email(), "Олег Районный")
                .contains("при подключении организации")
                .doesNotContain("Дать роль", "Передать права");
        assertThat(page(director, place.school, "/members"))
                .contains("Дать роль", "Передать права заместителю", "Права ролей");
    }

    @Test
    void showsADistrictItsSchoolsButNoOther() throws Exception {
        place.human("Степан Дальний", place.farSchool, Role.CURATOR);

        assertThat(page(officer, place.district, "/members"))
                .contains("Школа на горе", curator.name())
                .doesNotContain("Степан Дальний");
        assertThat(page(officer, place.district, "/members?at=" + place.farSchool.value()))
                .doesNotContain("Степан Дальний");
        assertThat(page(officer, place.district, "/members?q=зоя"))
                .contains("Найдена 1 роль", deputy.name())
                .doesNotContain(curator.name());
    }

    @Test
    void givesARoleByAddressWithTermAndOrder() throws Exception {
        var answer =
                send(
                        director,
                        place.school,
                        "/members",
                        "email",
                        curator.email().toUpperCase(java.util.Locale.ROOT),
                        "role",
                        "SITE_EDITOR",
                        "from",
                        today.toString(),
                        "until",
                        today.plusDays(30).toString(),
                        "orderNumber",
                        "14-к",
                        "orderDate",
                        PAPER.format(today));

        assertThat(answer.getStatus()).isEqualTo(302);
        var card =
                mvc.perform(
                                get(Objects.requireNonNull(answer.getRedirectedUrl()))
                                        .with(SignedIn.as(director.subject())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(card)
                .contains(curator.name(), "Ответственный за сайт", director.name())
                .contains("приказ №\u00a014-к");
        assertThat(place.scope(curator, place.school).roles()).contains(Role.SITE_EDITOR);
    }

    @Test
    void saysWhyNoRoleIsGivenAndGivesNone() throws Exception {
        refused(give(director, place.school, "nobody@x.test", "CURATOR"), "никто не работает");
        refused(give(director, place.school, curator.email(), "CURATOR"), "уже есть эта роль");
        refused(give(director, place.school, deputy.email(), "DIRECTOR"), "вышестоящая");
        refused(give(director, place.school, deputy.email(), "REGION_ADMIN"), "не бывает");
        refused(give(director, place.school, "", "CURATOR"), "Укажите адрес");
        refused(
                send(
                        director,
                        place.school,
                        "/members",
                        "email",
                        deputy.email(),
                        "role",
                        "CURATOR",
                        "from",
                        today.minusDays(1).toString(),
                        "orderNumber",
                        "5"),
                "День уже прошёл");
        assertThat(roles(deputy)).hasSize(1);
    }

    private MockHttpServletResponse give(Human who, OrgId org, String email, String role)
            throws Exception {
        return send(who, org, "/members", "email", email, "role", role, "from", today.toString());
    }

    @Test
    void givesFromAboveAtTheOrganisationThatWasNamed() throws Exception {
        var newcomer = place.human("Нина Новая", place.sibling, Role.CURATOR);
        var fields =
                new String[] {
                    "email",
                    newcomer.email(),
                    "role",
                    "DIRECTOR",
                    "from",
                    today.toString(),
                    "place",
                    ""
                };

        fields[7] = "школа";
        refused(send(officer, place.district, "/members", fields), "подходят несколько");
        fields[7] = "Школа в степи";
        refused(send(officer, place.district, "/members", fields), "не нашлась");
        fields[7] = "школа на ГОРЕ";
        assertThat(send(officer, place.district, "/members", fields).getStatus()).isEqualTo(302);
        assertThat(place.scope(newcomer, place.school).roles()).containsExactly(Role.DIRECTOR);
    }

    @Test
    void takesARoleAwayAfterAsking() throws Exception {
        var card = card(curator);
        assertThat(page(director, place.school, card + "/leave")).contains("пропадёт сразу");
        assertThat(place.works(curator, place.school)).isTrue();

        var answer = send(director, place.school, card + "/leave");

        assertThat(answer.getRedirectedUrl()).endsWith("/members");
        assertThat(place.works(curator, place.school)).isFalse();
        assertThat(page(director, place.school, "/members?state=ENDED"))
                .contains(curator.name(), "роль снята");
        refused(send(director, place.school, card(director) + "/leave"), "Роль не снята");
        assertThat(place.works(director, place.school)).isTrue();
    }

    @Test
    void namesASubstituteForATerm() throws Exception {
        var card = card(curator);
        assertThat(page(director, place.school, card + "/substitute")).contains(deputy.name());
        refused(
                send(
                        director,
                        place.school,
                        card + "/substitute",
                        "colleague",
                        officer.account().value().toString(),
                        "from",
                        today.toString(),
                        "until",
                        today.plusDays(7).toString()),
                "выбрать нельзя");
        refused(
                send(
                        director,
                        place.school,
                        card + "/substitute",
                        "colleague",
                        deputy.account().value().toString(),
                        "from",
                        today.toString()),
                "Заполните");

        send(
                director,
                place.school,
                card + "/substitute",
                "colleague",
                deputy.account().value().toString(),
                "from",
                today.toString(),
                "until",
                today.plusDays(7).toString());

        assertThat(roles(deputy)).extracting(Membership::nature).contains(Nature.SUBSTITUTE);
        assertThat(page(director, place.school, "/members"))
                .contains("за сотрудника: " + curator.name());
    }

    @Test
    void handsChosenRightsOverToADeputy() throws Exception {
        assertThat(page(director, place.school, "/members/delegate"))
                .contains(deputy.name(), "Сотрудники и доступ: вести", "Журнал действий: смотреть")
                .doesNotContain("Передача прав: вести", curator.name());
        refused(
                send(
                        director,
                        place.school,
                        "/members/delegate",
                        "colleague",
                        deputy.account().value().toString(),
                        "from",
                        today.toString(),
                        "until",
                        today.plusDays(7).toString(),
                        "orderNumber",
                        "9",
                        "orderDate",
                        PAPER.format(today)),
                "хотя бы одно право");

        send(
                director,
                place.school,
                "/members/delegate",
                "colleague",
                deputy.account().value().toString(),
                "permissions",
                "audit.read",
                "from",
                today.toString(),
                "until",
                today.plusDays(7).toString(),
                "orderNumber",
                "9",
                "orderDate",
                PAPER.format(today));

        assertThat(open(deputy, place.school, "/audit").getStatus()).isEqualTo(200);
        assertThat(open(deputy, place.school, "/members/new").getStatus()).isEqualTo(403);
        assertThat(open(deputy, place.school, "/members/delegate").getStatus()).isEqualTo(403);
    }

    @Test
    void showsTheTableThatIsAsked() throws Exception {
        assertThat(page(director, place.school, "/rights"))
                .contains("Журнал действий", "директор, администратор области");
        assertThat(page(director, place.school, "/rights?role=SITE_EDITOR"))
                .contains("Рабочее место")
                .doesNotContain("Передача прав");
        assertThat(open(curator, place.school, "/rights").getStatus()).isEqualTo(403);
    }

    @Test
    void speaksEnglishToo() throws Exception {
        var card = card(curator);
        for (var page :
                List.of(
                        "/members",
                        "/members/new",
                        "/members/delegate",
                        card,
                        card + "/leave",
                        card + "/substitute",
                        "/rights")) {
            var answer =
                    mvc.perform(
                                    get(address(director, place.school, page))
                                            .cookie(new Cookie("language", "en"))
                                            .with(SignedIn.as(director.subject())))
                            .andReturn()
                            .getResponse();
            assertThat(answer.getStatus()).as(page).isEqualTo(200);
            assertThat(answer.getContentAsString())
                    .as(page)
                    .contains("lang=\"en\"", "People and access")
                    .doesNotContain("??");
        }
    }
}
