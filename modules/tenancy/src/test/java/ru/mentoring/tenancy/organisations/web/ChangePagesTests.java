package ru.mentoring.tenancy.organisations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgOnDay;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood;
import ru.mentoring.tenancy.members.Neighbourhood.Human;
import ru.mentoring.tenancy.organisations.OrgDirectory;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;

@ModuleTest
class ChangePagesTests {

    private static final DateTimeFormatter PAPER = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?");

    @Autowired MockMvc mvc;
    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired OrgDirectory directory;

    private Neighbourhood place;
    private Human admin;
    private Human officer;
    private String region;
    private String district;
    private LocalDate today;

    @BeforeEach
    void openARegion() {
        place = new Neighbourhood(founding, assignments);
        admin = place.human("Ирина Дубравина", place.centre, Role.REGION_ADMIN);
        officer = place.human("Олег Лесной", place.district, Role.DISTRICT_OFFICER);
        region = "/r/" + place.centre.value() + "/organisations";
        district = "/d/" + place.district.value() + "/organisations";
        today = directory.today();
    }

    private MockHttpServletResponse open(Human who, String address) throws Exception {
        return mvc.perform(get(address).with(SignedIn.as(who.subject()))).andReturn().getResponse();
    }

    private String page(Human who, String address) throws Exception {
        var answer = open(who, address);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse send(Human who, String address, String... values)
            throws Exception {
        var request = post(address).with(SignedIn.as(who.subject())).with(SignedIn.form());
        for (int i = 0; i < values.length; i += 2) {
            request.param(values[i], values[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static String[] with(String[] values, String... more) {
        var all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return all;
    }

    private static String[] paper(String kind, LocalDate day, String... more) {
        return with(
                new String[] {
                    "kind",
                    kind,
                    "day",
                    PAPER.format(day),
                    "orderNumber",
                    "17-ОД",
                    "orderDate",
                    PAPER.format(day.minusDays(20))
                },
                more);
    }

    private static String of(OrgId org) {
        return "/" + org.value() + "/change";
    }

    private List<String> below(OrgId org, LocalDate day) {
        return place.as(admin, place.centre, () -> directory.tree(day).children(org)).stream()
                .map(OrgOnDay::name)
                .toList();
    }

    /** Presses a button of the page that looks a change over. */
    private MockHttpServletResponse press(Human who, String address, String preview, String action)
            throws Exception {
        var request =
                post(address)
                        .with(SignedIn.as(who.subject()))
                        .with(SignedIn.form())
                        .param("action", action);
        var fields =
                HIDDEN.matcher(
                        preview.substring(preview.indexOf("<main"), preview.indexOf("</main>")));
        while (fields.find()) {
            if (!fields.group(1).startsWith("_")) {
                request.param(fields.group(1), fields.group(2) == null ? "" : fields.group(2));
            }
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    @Test
    void mergesTwoDistrictsAfterShowingWhatThatMeans() throws Exception {
        var day = today.minusMonths(2);
        var address = region + of(place.district);
        var merger =
                paper(
                        "MERGING",
                        day,
                        "others",
                        place.otherDistrict.value().toString(),
                        "into",
                        place.district.value().toString(),
                        "staffFollows",
                        "true",
                        "action",
                        "PREVIEW");

        var preview = send(admin, address, merger);

        assertThat(preview.getStatus()).isEqualTo(200);
        assertThat(preview.getContentAsString())
                .contains(
                        "Объединение: Север, Юг → Север",
                        "«Школа в степи» переходит от «Юг» к «Север».",
                        "«Юг» закрывается",
                        "Затронута 1 школа",
                        "День уже прошёл");
        assertThat(below(place.centre, today)).containsExactly("Север", "Юг");

        var done = press(admin, address, preview.getContentAsString(), "PROPOSE");

        assertThat(done.getStatus()).isEqualTo(302);
        assertThat(below(place.centre, today)).containsExactly("Север");
        assertThat(below(place.centre, day.minusDays(1))).containsExactly("Север", "Юг");
        assertThat(page(admin, done.getRedirectedUrl())).contains("в силе", "17-ОД");
        assertThat(page(admin, region + "/" + place.otherDistrict.value()))
                .contains("Работу продолжает: Север");
    }

    @Test
    void leadsAProposalOfADistrictToTheCentreAndBack() throws Exception {
        var change =
                paper(
                        "RENAMING",
                        today.plusDays(30),
                        "name",
                        "Лицей",
                        "fullName",
                        "Лицей на горе",
                        "action",
                        "PROPOSE");
        var proposed = send(officer, district + of(place.school), change);
        assertThat(proposed.getStatus()).isEqualTo(302);
        var id = proposed.getRedirectedUrl().replaceAll(".*/", "");

        assertThat(page(officer, district + "/changes")).contains("ждёт решения центра");
        assertThat(page(admin, region + "/changes"))
                .contains("Переименование: Школа на горе → Лицей");

        var speechless = send(admin, region + "/changes/" + id + "/refuse", "seen", "0");
        assertThat(speechless.getStatus()).isEqualTo(422);
        assertThat(speechless.getContentAsString()).contains("Напишите, почему возвращаете");

        var refused =
                send(
                        admin,
                        region + "/changes/" + id + "/refuse",
                        "seen",
                        "0",
                        "remark",
                        "Приказ о другом лицее");
        assertThat(refused.getStatus()).isEqualTo(302);
        assertThat(page(officer, district + "/changes/" + id))
                .contains("Приказ о другом лицее", "Исправить и предложить снова");
        assertThat(page(officer, district + of(place.school) + "?from=" + id))
                .contains("value=\"Лицей на горе\"", "value=\"17-ОД\"");

        var again = send(officer, district + of(place.school), change);
        var second = again.getRedirectedUrl().replaceAll(".*/", "");
        var confirmed = send(admin, region + "/changes/" + second + "/confirm", "seen", "0");
        assertThat(confirmed.getStatus()).isEqualTo(302);
        assertThat(page(officer, district + "/changes/" + second)).contains("вступит в силу");
    }

    @Test
    void answersADecisionThatCameTooLateWithConflict() throws Exception {
        var proposed =
                send(
                        officer,
                        district + of(place.school),
                        paper("CLOSING", today.plusDays(30), "action", "PROPOSE"));
        var change = "/changes/" + proposed.getRedirectedUrl().replaceAll(".*/", "");
        send(officer, district + change + "/withdraw", "seen", "0");

        var late = send(admin, region + change + "/confirm", "seen", "0");

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(page(admin, region + change)).contains("отозвано");
    }

    @Test
    void splitsADistrictWithItsSchools() throws Exception {
        var day = today.minusDays(10);
        var answer =
                send(
                        admin,
                        region + of(place.district),
                        paper(
                                "SPLITTING",
                                day,
                                "parts[0].code",
                                "81",
                                "parts[0].name",
                                "Горный",
                                "parts[0].fullName",
                                "Горный район",
                                "parts[1].code",
                                "82",
                                "parts[1].name",
                                "Речной",
                                "parts[1].fullName",
                                "Речной район",
                                "goes",
                                place.school.value() + ":1",
                                "goes",
                                place.sibling.value() + ":2",
                                "action",
                                "PROPOSE"));

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(below(place.centre, day)).containsExactly("Горный", "Речной", "Юг");
    }

    @Test
    void saysWhyAChangeCannotBe() throws Exception {
        var answer =
                send(
                        admin,
                        region + of(place.district),
                        paper("CLOSING", today.minusDays(1), "action", "PREVIEW"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Север: внутри ещё есть организации", "value=\"17-ОД\"");
    }

    @ParameterizedTest
    @EnumSource(ChangeKind.class)
    void asksForWhatIsMissingAndKeepsWhatIsThere(ChangeKind kind) throws Exception {
        var empty = send(admin, region + of(place.school), "kind", kind.name(), "code", "0815");

        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString())
                .contains("С какого дня", "Номер приказа", "class=\"errsum\"")
                .doesNotContain("??");
        if (kind == ChangeKind.OPENING || kind == ChangeKind.MERGING) {
            assertThat(empty.getContentAsString()).contains("value=\"0815\"");
        }
    }

    @Test
    void letsAPreviewBeCorrected() throws Exception {
        var address = region + of(place.school);
        var preview =
                send(
                        admin,
                        address,
                        paper(
                                "MOVING",
                                today.plusDays(3),
                                "parent",
                                place.otherDistrict.value().toString()));

        assertThat(press(admin, address, preview.getContentAsString(), "EDIT").getContentAsString())
                .contains("value=\"17-ОД\"", "selected=\"selected\">Юг</option>");
    }

    @Test
    void offersADistrictNothingAboutOthers() throws Exception {
        assertThat(open(officer, district + of(place.farSchool)).getStatus()).isEqualTo(404);
        assertThat(
                        send(
                                        officer,
                                        district + of(place.farSchool),
                                        paper("CLOSING", today, "action", "PROPOSE"))
                                .getStatus())
                .isEqualTo(404);
        assertThat(page(officer, district + of(place.district)))
                .contains("Переименовать")
                .doesNotContain("Объединить", "Закрыть");
    }

    @Test
    void opensNoChangeOfAnotherRegion() throws Exception {
        var proposed =
                send(
                        officer,
                        district + of(place.school),
                        paper("CLOSING", today.plusDays(30), "action", "PROPOSE"));
        var change = "/changes/" + proposed.getRedirectedUrl().replaceAll(".*/", "");
        var beyond = new Neighbourhood(founding, assignments);
        var stranger = beyond.human("Анна Чужая", beyond.centre, Role.REGION_ADMIN);
        var there = "/r/" + beyond.centre.value() + "/organisations" + change;

        assertThat(open(stranger, there).getStatus()).isEqualTo(404);
        assertThat(send(stranger, there + "/confirm", "seen", "0").getStatus()).isEqualTo(404);
        assertThat(page(admin, region + change)).contains("ждёт решения центра");
    }

    @ParameterizedTest
    @EnumSource(ChangeKind.class)
    void speaksEnglishToo(ChangeKind kind) throws Exception {
        var answer =
                mvc.perform(
                                get(region + of(place.school))
                                        .param("kind", kind.name())
                                        .cookie(new jakarta.servlet.http.Cookie("language", "en"))
                                        .with(SignedIn.as(admin.subject())))
                        .andReturn()
                        .getResponse();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains("From which day")
                .doesNotContain("??", "приказ");
    }
}
