package ru.mentoring.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;

@ModuleTest
class AuditPagesTests {

    private static final Pattern OLDER =
            Pattern.compile("href=\"([^\"]*before=[^\"]*)\" rel|rel=\"next\" href=\"([^\"]*)\"");

    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired Audit audit;
    @Autowired MockMvcTester mvc;
    @Autowired PlatformTransactionManager transactionManager;

    private Workplaces places;

    @BeforeEach
    void openPlaces() {
        places = Workplaces.open(founding, assignments);
    }

    @Test
    void saysInWordsWhatHappened() {
        places.as(Role.DIRECTOR, () -> record("member.role-given", "CURATOR"));

        var page = text(get(Role.DIRECTOR, ""));

        assertThat(page)
                .contains("Ирина Дубравина", "директор", "Дана роль", "куратор", "Роль сотрудника")
                .doesNotContain("member.role-given", "CURATOR");
    }

    @Test
    void showsTheRegionWhereSomethingHappened() {
        places.as(Role.DIRECTOR, () -> record("member.role-given", "CURATOR"));

        assertThat(text(get(Role.REGION_ADMIN, ""))).contains("Школа № 1", "Дана роль");
    }

    /** Somebody may record something before its words are written; nobody reads code for that. */
    @Test
    void callsAnActionWithoutWordsByItsTopic() {
        places.as(Role.DIRECTOR, () -> record("member.something-new"));

        assertThat(text(get(Role.DIRECTOR, "")))
                .contains("Сотрудники и доступ")
                .doesNotContain("something-new");
    }

    @Test
    void keepsTheFilterOnTheWayToOlderEntries() {
        places.as(
                Role.DIRECTOR,
                () -> {
                    for (int i = 0; i <= AuditLog.PART; i++) {
                        record("member.role-given", "CURATOR");
                    }
                });

        var first = text(get(Role.DIRECTOR, "?topic=member"));
        var link = OLDER.matcher(first);
        assertThat(link.find()).as(first).isTrue();
        var address = (link.group(1) == null ? link.group(2) : link.group(1)).replace("&amp;", "&");
        var second =
                text(
                        mvc.get()
                                .uri(address)
                                .with(SignedIn.as(places.subject(Role.DIRECTOR)))
                                .exchange());

        assertThat(address).contains("topic=member");
        assertThat(rows(first)).isEqualTo(AuditLog.PART);
        assertThat(rows(second)).isEqualTo(1);
    }

    @Test
    void tellsThatNothingFits() {
        places.as(Role.DIRECTOR, () -> record("member.role-given", "CURATOR"));

        var page = text(get(Role.DIRECTOR, "?person=Никто"));

        assertThat(rows(page)).isZero();
        assertThat(page).contains("Никто").contains("/s/" + places.school().value() + "/audit\"");
    }

    @Test
    void asksForADayThatCanBeRead() {
        places.as(Role.DIRECTOR, () -> record("member.role-given", "CURATOR"));

        var page = text(get(Role.DIRECTOR, "?from=gestern"));

        assertThat(page).contains("id=\"problems\"", "С какого дня").doesNotContain("пока ничего");
        assertThat(rows(page)).isZero();
    }

    @Test
    void isForDirectorsAndNotForCurators() {
        assertThat(get(Role.DIRECTOR, "")).hasStatusOk();
        assertThat(get(Role.CURATOR, "")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void showsWhoWasRefusedAndWhatWasLacking() {
        get(Role.CURATOR, "");

        var page = text(get(Role.DIRECTOR, "?nature=REFUSAL"));

        assertThat(rows(page)).isEqualTo(1);
        assertThat(page).contains("Отказано", "Нет права на действие: Журнал действий", "куратор");
    }

    private MvcTestResult get(Role reader, String query) {
        var place =
                reader == Role.REGION_ADMIN
                        ? "/r/" + places.centre().value()
                        : "/s/" + places.school().value();
        return mvc.get()
                .uri(place + "/audit" + query)
                .with(SignedIn.as(places.subject(reader)))
                .exchange();
    }

    private static int rows(String page) {
        return page.split("role=\"rowheader\"", -1).length - 1;
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void record(String action, String... fields) {
        UUID object = Ids.next();
        new TransactionTemplate(transactionManager)
                .executeWithoutResult(status -> audit.record(action, "membership", object, fields));
    }
}
