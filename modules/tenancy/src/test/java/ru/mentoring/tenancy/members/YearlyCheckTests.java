package ru.mentoring.tenancy.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Forbidden;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.MembersConfirmed;
import ru.mentoring.tenancy.MembersToConfirm;
import ru.mentoring.tenancy.MembershipId;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood.Human;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;

@ModuleTest
@RecordApplicationEvents
class YearlyCheckTests {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(-?\\d+)\"");

    @Autowired MockMvc mvc;
    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired SystemScopes scopes;
    @Autowired YearlyCheck check;
    @Autowired MemberDesk desk;
    @Autowired MemberList list;
    @Autowired OracleDb oracle;
    @Autowired Clock clock;
    @Autowired ApplicationEvents events;

    private Neighbourhood place;
    private Human director;
    private Human curator;
    private SchoolYear year;

    @BeforeEach
    void openARegion() {
        place = new Neighbourhood(founding, assignments);
        director = place.human("Дарья Директорова", place.school, Role.DIRECTOR);
        curator = place.human("Карина Кураторова", place.school, Role.CURATOR);
        year = SchoolYear.of(LocalDate.now(clock));
    }

    private void ask(OrgId school) {
        CurrentScope.run(scopes.of(place.region, school), () -> check.ask(year));
    }

    private void joined(OrgId school, LocalDate since) {
        oracle.jdbc()
                .sql(
                        "update sec.assignment set valid = tstzrange(cast(? as date), null) where"
                                + " org_id = ? and kind = 'PERSON'")
                .params(since, school.value())
                .update();
    }

    private java.util.List<OrgId> toAsk() {
        var found = new java.util.ArrayList<OrgId>();
        CurrentScope.run(
                scopes.of(place.region, place.centre), () -> found.addAll(check.toAsk(year)));
        return found;
    }

    @Test
    void asksEachSchoolOnceThatWorkedBeforeTheYearBegan() {
        place.human("Нина Новая", place.sibling, Role.DIRECTOR);
        joined(place.school, year.firstDay().minusDays(1));
        joined(place.sibling, year.firstDay());
        assertThat(toAsk()).containsExactly(place.school);

        ask(place.school);
        ask(place.school);

        assertThat(toAsk()).isEmpty();
        assertThat(events.stream(MembersToConfirm.class).filter(this::isHere))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.due()).isEqualTo(LocalDate.of(year.startYear(), 9, 20));
                    assertThat(event.year()).isEqualTo(year.startYear());
                });
    }

    private boolean isHere(MembersToConfirm event) {
        return event.org().equals(place.school);
    }

    @Test
    void isConfirmedByTheDirectorWhoHasSeenTheList() throws Exception {
        assertThat(open("/members")).doesNotContain("/members/confirm");
        ask(place.school);
        assertThat(open("/members")).contains("Подтвердите список сотрудников до 20 сентября");

        var answer = confirm(seen(open("/members/confirm")));

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(open("/members")).doesNotContain("Подтвердите список");
        assertThat(open("/members/confirm")).contains("Список подтверждён.");
        assertThat(events.stream(MembersConfirmed.class))
                .anySatisfy(event -> {
                    assertThat(event.org()).isEqualTo(place.school);
                    assertThat(event.year()).isEqualTo(year.startYear());
                });
        assertThat(place.as(director, place.school, () -> check.confirm())).isFalse();
    }

    @Test
    void isNotConfirmedWhenTheListHasChangedMeanwhile() throws Exception {
        ask(place.school);
        var seen = seen(open("/members/confirm"));
        var role =
                place.as(
                        director,
                        place.school,
                        () ->
                                list.read(MemberList.Filter.at(place.school), 0, 9).stream()
                                        .filter(one -> one.role() == Role.CURATOR)
                                        .findFirst()
                                        .orElseThrow());
        place.as(director, place.school, () -> desk.takeAway(new MembershipId(role.id())));

        var answer = confirm(seen);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("пока вы его смотрели, он изменился")
                .doesNotContain(curator.name());
        assertThat(confirm(seen(answer.getContentAsString())).getStatus()).isEqualTo(302);
    }

    @Test
    void isNobodyElsesToConfirm() {
        ask(place.school);

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> place.as(curator, place.school, () -> check.confirm()));
    }

    private String open(String page) throws Exception {
        return mvc.perform(
                        get(place.scope(director, place.school).path() + page)
                                .with(SignedIn.as(director.subject())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String seen(String page) {
        var found = SEEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MockHttpServletResponse confirm(String seen) throws Exception {
        return mvc.perform(
                        post(place.scope(director, place.school).path() + "/members/confirm")
                                .param("seen", seen)
                                .with(SignedIn.as(director.subject()))
                                .with(SignedIn.form()))
                .andReturn()
                .getResponse();
    }
}
