package ru.mentoring.agenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.agenda.Agenda;
import ru.mentoring.agenda.Assignee;
import ru.mentoring.agenda.TaskDraft;
import ru.mentoring.agenda.TaskKey;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class CalendarTests {

    @Autowired MockMvcTester mvc;
    @Autowired Agenda agenda;
    @Autowired Regions regions;
    @Autowired Founding founding;
    @Autowired PlatformTransactionManager transactions;
    @Autowired OracleDb oracle;
    @Autowired Clock clock;

    private Regions.District district;
    private Regions.Org school;
    private LocalDate due;

    @BeforeEach
    void openSchool() {
        district = regions.fresh().district();
        school = district.school();
        due = LocalDate.now(clock).plusDays(10);
    }

    @Test
    void showsTheOwnersDeadlinesToACalendarThatKnowsTheAddress() throws Exception {
        put(Role.CURATOR, "a", due);
        put(Role.CURATOR, "b", null);
        put(Role.PSYCHOLOGIST, "c", due);

        var calendar = calendar(address(Role.CURATOR));

        assertThat(calendar.getComponents())
                .singleElement()
                .isInstanceOfSatisfying(
                        VEvent.class,
                        event -> {
                            assertThat(value(event, Property.SUMMARY)).isEqualTo("Испытание a");
                            assertThat(value(event, Property.DTSTART))
                                    .isEqualTo(due.toString().replace("-", ""));
                            assertThat(value(event, Property.URL))
                                    .isEqualTo("http://localhost:8080" + school.path("/roadmap"));
                            assertThat(value(event, Property.TRANSP)).isEqualTo("TRANSPARENT");
                        });
    }

    @Test
    void keepsTheAddressSecret() {
        var address = address(Role.CURATOR);
        var secret = address.substring("/calendar/".length(), address.length() - ".ics".length());

        assertThat(page(Role.CURATOR)).as("shown once").doesNotContain(secret);
        assertThat(
                        oracle.count(
                                "select count(*) from agenda.calendar_feed f where f.org_id = ? and f::text like ?",
                                school.id().value(),
                                "%" + secret + "%"))
                .isZero();
    }

    @Test
    void stopsToShowAnythingAtAnAddressThatWasTakenAwayOrReplaced() {
        var first = address(Role.CURATOR);
        var second = address(Role.CURATOR);
        assertThat(mvc.get().uri(first)).hasStatus(404);
        assertThat(mvc.get().uri(second)).hasStatusOk();

        assertThat(post("/home/settings/calendar/end", Role.CURATOR)).hasStatus3xxRedirection();

        assertThat(mvc.get().uri(second)).hasStatus(404);
    }

    @Test
    void stopsToShowAnythingWhenTheOwnerHasLeft() {
        var address = address(Role.CURATOR);
        assertThat(mvc.get().uri(address)).hasStatusOk();

        founding.dismiss(
                school.scope(Role.CURATOR).actor().orElseThrow(), school.id(), Role.CURATOR);

        assertThat(mvc.get().uri(address)).hasStatus(404);
    }

    @Test
    void knowsNoOtherAddress() {
        var address = address(Role.CURATOR);
        var changed = address.replace(".ics", "").substring(0, address.length() - 8);
        for (var other :
                List.of(
                        "/calendar/x.ics",
                        "/calendar/" + "A".repeat(86) + ".ics",
                        "/calendar/й.ics",
                        changed + "AAAA.ics")) {
            assertThat(mvc.get().uri(other)).as(other).hasStatus(404);
        }
    }

    @Test
    void isReadNoOftenerThanCalendarsNeed() {
        var address = address(Role.CURATOR);
        for (int read = 0; read < 60; read++) {
            assertThat(mvc.get().uri(address)).hasStatusOk();
        }

        assertThat(mvc.get().uri(address)).hasStatus(429).containsHeader("Retry-After");
    }

    private String address(Role role) {
        var made = post("/home/settings/calendar", role);
        assertThat(made).hasStatus3xxRedirection();
        var address = String.valueOf(made.getMvcResult().getFlashMap().get("calendarAddress"));
        assertThat(address).startsWith("http://localhost:8080/calendar/");
        return address.substring("http://localhost:8080".length());
    }

    private MvcTestResult post(String path, Role role) {
        return mvc.post()
                .uri(school.path(path))
                .param("_once", UUID.randomUUID().toString())
                .with(csrf())
                .with(school.signedIn(role))
                .exchange();
    }

    private String page(Role role) {
        var answer =
                mvc.get().uri(school.path("/home/settings")).with(school.signedIn(role)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Calendar calendar(String address) throws Exception {
        var answer = mvc.get().uri(address).exchange();
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/calendar");
        return new CalendarBuilder()
                .build(
                        new StringReader(
                                new String(
                                        answer.getResponse().getContentAsByteArray(),
                                        StandardCharsets.UTF_8)));
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private void put(Role role, String key, @Nullable LocalDate day) {
        var draft =
                new TaskDraft(
                        new TaskKey("agenda.calendar-test:" + key),
                        school.id(),
                        Assignee.carrying(role),
                        "agenda.test",
                        List.of(key),
                        day,
                        "/roadmap");
        CurrentScope.run(
                district.scope(Role.DISTRICT_OFFICER),
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(status -> agenda.put(draft)));
    }
}
