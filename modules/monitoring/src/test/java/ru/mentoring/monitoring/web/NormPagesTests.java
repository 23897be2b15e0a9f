package ru.mentoring.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.monitoring.MonitoringTest;
import ru.mentoring.monitoring.domain.Norms;
import ru.mentoring.monitoring.domain.Norms.Norm;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;

@MonitoringTest
class NormPagesTests {

    @Autowired MockMvcTester mvc;
    @Autowired Norms norms;
    @Autowired Regions regions;
    @Autowired Clock clock;

    private Regions.District district;

    @BeforeEach
    void openDistrict() {
        district = regions.fresh().district();
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri(district.path(address))
                .with(district.signedIn(Role.DISTRICT_OFFICER))
                .exchange();
    }

    private MvcTestResult post(String address, String... parameters) {
        var request =
                mvc.post()
                        .uri(district.path(address))
                        .with(district.signedIn(Role.DISTRICT_OFFICER))
                        .with(SignedIn.form());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
    }

    private List<Norm> kept(int year) {
        return district.ask(Role.DISTRICT_OFFICER, () -> norms.of(year));
    }

    @Test
    void namesEveryMistakeAtOnceAtItsFieldAndInTheSummary() {
        var answer =
                post(
                        "/norms",
                        "year",
                        "2026",
                        "target.MENTEES_10_19",
                        "120",
                        "total.MENTEES_10_19",
                        "много",
                        "total.MENTORS_15_19",
                        "812",
                        "source.YOUNG_TEACHERS",
                        "x".repeat(201),
                        "target.ENTERPRISES",
                        "30",
                        "total.ENTERPRISES",
                        "4",
                        "source.ENTERPRISES",
                        "Росстат");

        assertThat(answer).hasStatus(422);
        var page = text(answer);
        assertThat(page)
                .contains("<title>Ошибка:")
                .contains("Исправьте 5 ошибок")
                .contains(
                        "href=\"#target.MENTEES_10_19\">Наставляемые, 10–19 лет: план — число от 0 до 100",
                        "href=\"#total.MENTEES_10_19\">Наставляемые, 10–19 лет: численность — целое число",
                        "href=\"#source.MENTEES_10_19\">Наставляемые, 10–19 лет: укажите, откуда число",
                        "href=\"#source.MENTORS_15_19\">Наставники, 15–19 лет: укажите, откуда число",
                        "href=\"#source.YOUNG_TEACHERS\">");
        for (var field :
                List.of(
                        "target.MENTEES_10_19",
                        "total.MENTEES_10_19",
                        "source.MENTEES_10_19",
                        "source.MENTORS_15_19",
                        "source.YOUNG_TEACHERS")) {
            assertThat(control(page, field))
                    .contains("aria-invalid=\"true\"", "aria-describedby=\"" + field + "-error\"");
            assertThat(page).containsOnlyOnce("id=\"" + field + "-error\"");
        }
        assertThat(control(page, "total.MENTEES_10_19")).contains("value=\"много\"");
        assertThat(control(page, "total.ENTERPRISES"))
                .contains("value=\"4\"")
                .doesNotContain("aria-invalid");
        assertThat(kept(2026)).allMatch(norm -> norm.total() == null);
    }

    private static String control(String page, String id) {
        return Arrays.stream(page.split("(?=<input)"))
                .filter(one -> one.contains("id=\"" + id + "\""))
                .map(one -> one.substring(0, one.indexOf('>')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsWhatIsRight() {
        var answer =
                post(
                        "/norms",
                        "year",
                        "2027",
                        "target.MENTEES_10_19",
                        "12,5",
                        "total.MENTEES_10_19",
                        "1 264",
                        "source.MENTEES_10_19",
                        "Росстат");

        assertThat(answer).hasStatus(302).hasRedirectedUrl(district.path("/norms?year=2027"));
        assertThat(kept(2027)).contains(new Norm(Indicator.MENTEES_10_19, 125, 1264L, "Росстат"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "99999", "1999", "2101", "abc", "-2026", "2147483648", "20.6", "２０２６"})
    void knowsNoYearThatIsNone(String year) {
        assertThat(get("/norms?year=" + year)).hasStatus(404);
        assertThat(post("/norms", "year", year)).hasStatus(404);
        assertThat(post("/norms/copy", "year", year)).hasStatus(404);
        assertThat(get("/dashboard?year=" + year)).hasStatus(404);
        assertThat(get("/dashboard.csv?year=" + year)).hasStatus(404);
        assertThat(get("/dashboard/late?year=" + year)).hasStatus(404);
    }

    @Test
    void showsThisYearWhereNoneIsNamed() {
        var head = "План и численность на " + LocalDate.now(clock).getYear() + " год";
        assertThat(text(get("/norms"))).contains(head);
        assertThat(text(get("/norms?year="))).contains(head);
    }

    @Test
    void leadsToNeighbouringYearsAsFarAsThereAreAny() {
        assertThat(text(get("/norms?year=2026"))).contains("year=2025", "year=2027");
        assertThat(text(get("/norms?year=2000")))
                .contains("year=2001")
                .doesNotContain("year=1999")
                .doesNotContain("Взять из");
        assertThat(text(get("/norms?year=2100"))).contains("year=2099").doesNotContain("year=2101");
        assertThat(get("/norms?year=2001")).hasStatusOk();
        assertThat(get("/norms?year=2099")).hasStatusOk();
    }
}
