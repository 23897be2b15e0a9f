package ru.mentoring.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.monitoring.Ledger;
import ru.mentoring.monitoring.Ledger.Human;
import ru.mentoring.monitoring.MonitoringTest;
import ru.mentoring.monitoring.domain.Norms;
import ru.mentoring.monitoring.domain.Norms.Norm;
import ru.mentoring.monitoring.rollup.RollUpRunner;
import ru.mentoring.monitoring.rollup.RollUps;
import ru.mentoring.tenancy.Belongings;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.OrgChange.Merging;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.organisations.Reorganisations;
import ru.mentoring.tenancy.profile.ProfileDesk;
import ru.mentoring.tenancy.profile.ProfileYears;
import ru.mentoring.tenancy.profile.SchoolFacts;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;

@MonitoringTest
class DashboardPagesTests {

    @Autowired MockMvcTester mvc;
    @Autowired RollUps rollUps;
    @Autowired RollUpRunner runner;
    @Autowired Norms norms;
    @Autowired Ledger ledger;
    @Autowired Regions regions;
    @Autowired Founding founding;
    @Autowired Reorganisations reorganisations;
    @Autowired List<Belongings> belongings;
    @Autowired Clock clock;
    @Autowired ProfileDesk profiles;
    @Autowired ProfileYears years;

    private Regions.Region region;
    private Regions.District district;
    private Regions.District other;
    private Regions.Org large;
    private Regions.Org middle;
    private Regions.Org small;
    private LocalDate today;
    private int year;

    /** A district whose schools have 30, 12 and 3 mentees, and one whose school has 20. */
    @BeforeEach
    void countARegion() {
        today = LocalDate.now(clock);
        year = today.getYear();
        region = regions.fresh();
        district = region.district();
        other = region.district();
        large = school(district, 30);
        middle = school(district, 12);
        small = school(district, 3);
        school(other, 20);
    }

    private Regions.Org school(Regions.District district, int mentees) {
        var school = district.school();
        fill(school, mentees);
        return school;
    }

    private void fill(Regions.Org school, int mentees) {
        var mentor = ledger.employee(school, Human.born(today.minusYears(40)), "7700000001");
        for (int i = 0; i < mentees; i++) {
            var born = LocalDate.of(year - 13, 1 + i % 12, 5);
            ledger.pair(mentor, ledger.pupil(school, Human.born(born)), today.minusDays(3));
        }
    }

    private void count() {
        region.ask(Role.REGION_ANALYST, rollUps::request);
        runner.carryOut(region.systemScope());
    }

    private String page(Regions.Org org, Role role, String address) {
        return new String(bytes(org, role, address), StandardCharsets.UTF_8);
    }

    private byte[] bytes(Regions.Org org, Role role, String address) {
        var answer = mvc.get().uri(org.path(address)).with(org.signedIn(role)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private String asAnalyst(String address) {
        return page(region, Role.REGION_ANALYST, address);
    }

    private String asOfficer(String address) {
        return page(district, Role.DISTRICT_OFFICER, address);
    }

    private static String link(Regions.Org viewer, OrgId unit) {
        return viewer.path("/dashboard/" + unit.value());
    }

    /** The cells of a row of the table of figures, without signs and with single spaces. */
    private static List<String> row(String page, String name) {
        return Pattern.compile("(?s)<tr[ >].*?</tr>")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .filter(row -> row.contains(">" + name + "<"))
                .map(DashboardPagesTests::cells)
                .filter(cells -> cells.size() == Indicator.values().length)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + name));
    }

    private static List<String> cells(String row) {
        return Pattern.compile("(?s)<td.*?</td>")
                .matcher(row)
                .results()
                .map(cell ->
                        cell.group()
                                .replaceAll("(?s)<svg.*?</svg>", "")
                                .replaceAll("(?s)<span class=\"vh\">.*?</span>", "")
                                .replaceAll("<[^>]*>", " ")
                                .replaceAll("[\\s\\u00a0]+", " ")
                                .strip())
                .toList();
    }

    private String name(Regions.Org org) {
        return region.ask(
                Role.REGION_ANALYST,
                () ->
                        ledger.jdbc()
                                .queryForObject(
                                        "select name from sec.org where id = ?",
                                        String.class,
                                        org.id().value()));
    }

    @Test
    void goesFromTheRegionThroughTheDistrictToTheSchoolsCounts() {
        count();

        var top = asAnalyst("/dashboard");
        assertThat(row(top, name(district)).getFirst()).isEqualTo("45");
        assertThat(row(top, name(other)).getFirst()).isEqualTo("20");
        assertThat(row(top, name(region)).getFirst()).isEqualTo("65");
        assertThat(top)
                .contains(link(region, district.id()))
                .doesNotContain(link(region, large.id()));

        var below = asAnalyst("/dashboard/" + district.id().value());
        assertThat(row(below, name(large)).getFirst()).isEqualTo("30");
        assertThat(below).contains(link(region, large.id())).contains(region.path("/dashboard?"));

        var bottom = asAnalyst("/dashboard/" + large.id().value());
        assertThat(bottom)
                .contains("Их видит только сама школа")
                .contains("30")
                .contains(link(region, district.id()))
                .doesNotContain(region.path("/pairs"));
    }

    @Test
    void keepsSmallNumbersBackAboveTheSchoolAndShowsTheSchoolItsOwn() {
        count();

        for (var page :
                List.of(
                        asOfficer("/dashboard"),
                        asAnalyst("/dashboard/" + district.id().value()))) {
            assertThat(row(page, name(small)).getFirst()).isEqualTo("скрыто");
            assertThat(row(page, name(middle)).getFirst()).isEqualTo("скрыто");
            assertThat(row(page, name(large)).getFirst()).isEqualTo("30");
            assertThat(row(page, name(district)).getFirst()).isEqualTo("45");
        }
        assertThat(asOfficer("/dashboard/" + small.id().value()))
                .contains("скрыто")
                .doesNotContain("polyline points=\"1");
        var own = page(small, Role.CURATOR, "/dashboard");
        assertThat(own)
                .containsPattern("class=\"val\">3<")
                .doesNotContain("скрыто")
                .contains("href=\"" + small.path("/pairs") + "\"");
    }

    @Test
    void showsADistrictItsOwnPartAndASchoolItselfOnly() {
        count();

        var officers = asOfficer("/dashboard");
        assertThat(officers)
                .contains(name(large))
                .doesNotContain(name(other))
                .doesNotContain(name(region) + "</a>");
        for (var foreign : List.of(other.id(), region.id())) {
            assertThat(
                            mvc.get()
                                    .uri(district.path("/dashboard/" + foreign.value()))
                                    .with(district.signedIn(Role.DISTRICT_OFFICER)))
                    .hasStatus(404);
            assertThat(
                            mvc.get()
                                    .uri(district.path("/dashboard.csv?unit=" + foreign.value()))
                                    .with(district.signedIn(Role.DISTRICT_OFFICER)))
                    .hasStatus(404);
            assertThat(
                            mvc.get()
                                    .uri(district.path("/dashboard/late?unit=" + foreign.value()))
                                    .with(district.signedIn(Role.DISTRICT_OFFICER)))
                    .hasStatus(404);
        }
        var curators = page(large, Role.CURATOR, "/dashboard");
        assertThat(curators)
                .contains(name(large))
                .doesNotContain("Кто не сдал")
                .doesNotContain(name(middle))
                .doesNotContain(name(district) + "<");
    }

    @Test
    void opensADistrictInPlaceOnceHoweverOftenItIsAskedTo() {
        count();
        var address =
                "/dashboard/%s/rows?year=%s&indicator=ENTERPRISES"
                        .formatted(district.id().value(), year);

        var opened = asAnalyst(address + "&opened=true");
        assertThat(opened.strip()).startsWith("<tbody>").endsWith("</tbody>");
        assertThat(opened).containsOnlyOnce(">" + name(large) + "<").contains("opened=false");
        assertThat(row(opened, name(small)).getFirst()).isEqualTo("скрыто");
        assertThat(asAnalyst(address + "&opened=true")).isEqualTo(opened);

        var closed = asAnalyst(address + "&opened=false");
        assertThat(closed).contains(name(district)).doesNotContain(name(large));
        assertThat(asAnalyst("/dashboard"))
                .contains("hx-swap=\"outerHTML\"")
                .contains("opened=true");
    }

    @Test
    void comparesSharesWithTargetsAndShowsSchoolsTheNumberOfTheirEnterprises() {
        region.as(
                Role.REGION_ANALYST,
                () ->
                        norms.keep(
                                year,
                                List.of(
                                        new Norm(Indicator.MENTEES_10_19, 500, 130L, "Росстат"),
                                        new Norm(Indicator.ENTERPRISES, 300, 4L, "Росстат"))));
        large.as(
                Role.CURATOR,
                () ->
                        norms.keep(
                                year,
                                List.of(new Norm(Indicator.MENTEES_10_19, null, 80L, "школа"))));
        count();

        var top = asAnalyst("/dashboard");
        assertThat(row(top, name(region)).getFirst()).isEqualTo("50,0 %");
        assertThat(row(top, name(region)).get(3)).isEqualTo("25,0 %");
        var table = asAnalyst("/dashboard/" + district.id().value());
        assertThat(row(table, name(large))).startsWith("37,5 %").contains("1");
        var own = page(large, Role.CURATOR, "/dashboard?indicator=ENTERPRISES");
        assertThat(own).contains("37,5").contains("план 50,0");
        assertThat(own.substring(own.lastIndexOf("class=\"kpi\"")))
                .containsPattern("class=\"val\">1<")
                .doesNotContain("class=\"tag")
                .doesNotContain("план 30");
    }

    /** 7.995 % is not the target of 8 %, which the light says too. */
    @Test
    void roundsNoShareUpToATargetThatHasNotBeenReached() {
        region.as(
                Role.REGION_ANALYST,
                () ->
                        norms.keep(
                                year,
                                List.of(new Norm(Indicator.MENTEES_10_19, 80, 813L, "Росстат"))));
        district.as(
                Role.DISTRICT_OFFICER,
                () ->
                        norms.keep(
                                year,
                                List.of(new Norm(Indicator.MENTEES_10_19, null, 563L, "Росстат"))));
        count();

        var top = asAnalyst("/dashboard");
        assertThat(row(top, name(region)).getFirst()).isEqualTo("7,9 %");
        assertThat(row(top, name(district)).getFirst()).isEqualTo("7,9 %");
        assertThat(top).contains("class=\"vv\">7<").contains("план 8,0");
        assertThat(
                        new String(
                                bytes(region, Role.REGION_ANALYST, "/dashboard.csv"),
                                StandardCharsets.UTF_8))
                .contains(";65;813;7,9;", ";45;563;7,9;");
    }

    @Test
    void takesTheNumberOfPupilsFromTheFactsOfASchoolUnlessSomebodyHasEnteredAnother() {
        int running = years.running();
        region.as(
                Role.REGION_ADMIN,
                () ->
                        profiles.state(
                                large.id(),
                                running,
                                new SchoolFacts(false, false, false, 90, 130, 70, 40, 5),
                                profiles.mark(large.id(), running)));
        count();

        assertThat(page(district, Role.DISTRICT_OFFICER, "/dashboard.csv"))
                .contains(";30;200;15,0;");
        large.as(
                Role.CURATOR,
                () ->
                        norms.keep(
                                year,
                                List.of(new Norm(Indicator.MENTEES_10_19, null, 300L, "Росстат"))));
        assertThat(page(district, Role.DISTRICT_OFFICER, "/dashboard.csv"))
                .contains(";30;300;10,0;");
    }

    @Test
    void asksASchoolForNoNumberOfEnterprises() {
        assertThat(page(large, Role.CURATOR, "/norms"))
                .contains("total.MENTEES_10_19")
                .doesNotContain("ENTERPRISES");
        assertThat(asOfficer("/norms"))
                .contains("total.ENTERPRISES")
                .contains("target.ENTERPRISES");
        assertThat(
                        mvc.post()
                                .uri(large.path("/norms"))
                                .with(large.signedIn(Role.CURATOR))
                                .with(SignedIn.form())
                                .param("year", String.valueOf(year))
                                .param("total.ENTERPRISES", "7")
                                .param("source.ENTERPRISES", "выдумка"))
                .hasStatus(302);
        assertThat(
                        ledger.jdbc()
                                .queryForObject(
                                        "select count(*) from monitoring.denominator where org_id = ?",
                                        Long.class,
                                        large.id().value()))
                .isZero();
    }

    /** Neither a year nor a district without counted schools is a place with 0 %. */
    @Test
    void saysThatThereIsNothingWhereNothingWasCounted() {
        var empty = region.district();
        var unlisted = empty.schoolListedFrom(null);
        fill(unlisted, 9);
        empty.as(
                Role.DISTRICT_OFFICER,
                () ->
                        norms.keep(
                                year,
                                List.of(new Norm(Indicator.MENTEES_10_19, 500, 130L, "Росстат"))));
        region.as(
                Role.REGION_ANALYST,
                () ->
                        norms.keep(
                                year,
                                List.of(new Norm(Indicator.MENTEES_10_19, 500, 900L, "Росстат"))));
        assertThat(asAnalyst("/dashboard")).contains("Данных за этот год ещё нет");
        count();

        var top = asAnalyst("/dashboard");
        assertThat(row(top, name(empty))).containsOnly("—");
        assertThat(top).contains("без данных — 3").contains("отстают — 0");
        assertThat(page(empty, Role.DISTRICT_OFFICER, "/dashboard"))
                .contains("нечего считать")
                .doesNotContain("0,0");
        assertThat(asAnalyst("/dashboard?year=" + (year - 3))).contains("нечего считать");
        assertThat(page(unlisted, Role.CURATOR, "/dashboard")).containsPattern("class=\"val\">9<");
        // Only the year that was counted is drawn.
        assertThat(top.split("text-anchor=\"middle\"")).hasSize(2);
    }

    @Test
    void namesTheSchoolsWithoutARoadmapAPageAtATime() {
        int season = today.getMonthValue() >= 9 ? year : year - 1;
        ledger.roadmap(large, season, true);
        ledger.roadmap(middle, season, false);
        for (int i = 0; i < 60; i++) {
            other.school();
        }
        count();

        var top = asAnalyst("/dashboard");
        assertThat(top)
                .contains("Не сдали 63 школы")
                .contains(region.path("/dashboard/late?year=" + year));
        var list = asAnalyst("/dashboard/late?year=" + year);
        assertThat(list.split("<th scope=\"row\">")).hasSize(51);
        assertThat(list).contains("page=2").contains(name(other));
        assertThat(asAnalyst("/dashboard/late?page=2&year=" + year).split("<th scope=\"row\">"))
                .hasSize(14);
        var officers = asOfficer("/dashboard/late");
        assertThat(officers)
                .contains(name(middle))
                .contains(name(small))
                .doesNotContain(">" + name(large) + "<");
        assertThat(asOfficer("/dashboard").split("/dashboard/")).hasSizeLessThan(20);
        assertThat(
                        asAnalyst("/dashboard/late?unit=" + district.id().value())
                                .split("<th scope=\"row\">"))
                .hasSize(3);
    }

    @Test
    void givesATableThatASpreadsheetOpensAndThatNoFormulaHidesIn() {
        var formula =
                founding.openSchool(
                        region.region(),
                        district.id(),
                        new Founding.Naming("F1", "=HYPERLINK(\"http://x\";\"y\")", "=1+1"),
                        false,
                        Regions.SINCE,
                        Regions.SINCE);
        assertThat(formula).isNotNull();
        large.as(
                Role.CURATOR,
                () ->
                        norms.keep(
                                year,
                                List.of(new Norm(Indicator.MENTEES_10_19, null, 80L, "школа"))));
        count();

        var bytes = bytes(district, Role.DISTRICT_OFFICER, "/dashboard.csv");
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        var lines = new String(bytes, StandardCharsets.UTF_8).substring(1).split("\r\n");
        assertThat(lines).hasSize(6);
        assertThat(lines[0])
                .startsWith("\"Территория, школа\";\"Наставляемые, 10–19 лет: число\"")
                .contains("доля, %".replace(", %", ",\u00a0%"));
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(
                                        line.replaceAll("\"[^\"]*\"", "")
                                                .chars()
                                                .filter(c -> c == ';')
                                                .count())
                                .isGreaterThanOrEqualTo(18));
        assertThat(lines)
                .anyMatch(line -> line.startsWith("\"" + name(large) + "\";30;80;37,5;0;;;"));
        assertThat(lines)
                .anyMatch(line -> line.startsWith("\"" + name(small) + "\";\"скрыто\";;;"));
        assertThat(lines)
                .anyMatch(line ->
                        line.startsWith("\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\";0;;;"));
        assertThat(lines[5]).startsWith("\"" + name(district) + "\";45;;;");

        var answer =
                mvc.get()
                        .uri(district.path("/dashboard.csv"))
                        .with(district.signedIn(Role.DISTRICT_OFFICER))
                        .exchange();
        assertThat(answer)
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"pokazateli-%1$s.csv\"; filename*=UTF-8''%2$s-%1$s.csv"
                                .formatted(
                                        year,
                                        URLEncoder.encode("показатели", StandardCharsets.UTF_8)));
        assertThat(answer.getResponse().getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(
                        new String(
                                bytes(
                                        region,
                                        Role.REGION_ANALYST,
                                        "/dashboard.csv?unit=" + district.id().value()),
                                StandardCharsets.UTF_8))
                .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void escapesWhateverASpreadsheetMightTakeForAFormula() {
        for (var text : List.of("=1", "+1", "-1", "@x", "\t=1", " =1", "\"=1", "'=1", "\r=1")) {
            assertThat(FigureTable.cell(text)).startsWith("\"'");
        }
        assertThat(FigureTable.cell("Школа № 5 \"Луч\"")).isEqualTo("\"Школа № 5 \"\"Луч\"\"\"");
    }

    @Test
    void startsACountOnceAndShowsHowFarItIs() {
        var first =
                mvc.post()
                        .uri(region.path("/roll-ups"))
                        .with(region.signedIn(Role.REGION_ANALYST))
                        .with(SignedIn.form())
                        .exchange();
        var address = first.getResponse().getRedirectedUrl();
        assertThat(address).startsWith(region.path("/roll-ups/"));
        var second =
                mvc.post()
                        .uri(region.path("/roll-ups"))
                        .with(region.signedIn(Role.REGION_ADMIN))
                        .with(SignedIn.form())
                        .exchange();
        assertThat(second.getResponse().getRedirectedUrl()).isEqualTo(address);
        runner.carryOut(region.systemScope());

        assertThat(page(region, Role.REGION_ANALYST, address.substring(region.path().length())))
                .contains("Готово")
                .contains("max=\"4\"")
                .contains("value=\"4\"");
        assertThat(
                        mvc.post()
                                .uri(region.path("/roll-ups"))
                                .with(region.signedIn(Role.REGION_METHODIST))
                                .with(SignedIn.form()))
                .hasStatus(403);
        assertThat(asAnalyst("/dashboard")).contains("Посчитано");
    }

    /** What a reorganisation shows beforehand tells no more than the dashboards do. */
    @Test
    void tellsBeforeAReorganisationWhatSchoolsHaveButNoSmallNumber() {
        count();

        var counts =
                district.ask(
                        Role.DISTRICT_OFFICER,
                        () ->
                                belongings.stream()
                                        .flatMap(one ->
                                                one.of(List.of(large.id(), small.id())).stream())
                                        .filter(one -> one.key().endsWith("MENTORSHIPS"))
                                        .toList());

        assertThat(counts)
                .filteredOn(one -> one.org().equals(large.id()))
                .extracting(Belongings.Count::number)
                .containsExactly(30L);
        assertThat(counts)
                .filteredOn(one -> one.org().equals(small.id()))
                .extracting(Belongings.Count::number)
                .containsOnlyNulls()
                .hasSize(1);
    }

    /** Two districts become one; the report of the year before still shows both. */
    @Test
    void showsAPastYearWithTheDistrictsOfItsTimeAndOnRequestWithThoseOfToday() {
        var card = ledger.pupil(large, Human.born(LocalDate.of(year - 13, 5, 5)));
        var mentor = ledger.employee(large, Human.born(today.minusYears(40)), "7700000002");
        ledger.pair(mentor, card, LocalDate.of(year - 1, 10, 1));
        var merger = new Merging(Set.of(district.id(), other.id()), district.id(), null, true);
        var day = LocalDate.of(year, 1, 1);
        var names = List.of(name(district), name(other));
        region.as(
                Role.REGION_ADMIN,
                () -> {
                    var outcome = reorganisations.propose(merger, day, "17-ОД", day);
                    assertThat(outcome).isInstanceOf(Reorganisations.Outcome.Done.class);
                });
        count();

        assertThat(asAnalyst("/dashboard"))
                .contains(names.getFirst())
                .doesNotContain(names.getLast());
        assertThat(asAnalyst("/dashboard?year=" + (year - 1)))
                .contains(names)
                .contains("Как сейчас");
        assertThat(asAnalyst("/dashboard?year=" + (year - 1) + "&tree=now"))
                .contains(names.getFirst())
                .doesNotContain(names.getLast());
        assertThat(asAnalyst("/dashboard/" + other.id().value() + "?year=" + (year - 1)))
                .contains(names.getLast());
    }
}
