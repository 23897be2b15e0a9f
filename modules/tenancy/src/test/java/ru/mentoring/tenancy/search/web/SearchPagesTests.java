package ru.mentoring.tenancy.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;

/** Organisations are found from every level, and the page works with and without scripts. */
@ModuleTest
class SearchPagesTests {

    @Autowired MockMvc mvc;
    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired OracleDb oracle;

    private Neighbourhood here;
    private Seeker school;
    private Seeker district;
    private Seeker region;
    private OrgId wanted;

    /** Somebody who works at an organisation, at the beginning of whose addresses is the path. */
    private record Seeker(String path, String login) {}

    @BeforeEach
    void openRegion() {
        here = new Neighbourhood(founding, assignments);
        school = seeker(here, "/s/", here.school, Role.CURATOR);
        district = seeker(here, "/d/", here.district, Role.DISTRICT_OFFICER);
        region = seeker(here, "/r/", here.centre, Role.REGION_ANALYST);
        wanted = open(here.region, here.district, "Берёзовская СОШ № 12");
    }

    private static Seeker seeker(Neighbourhood where, String prefix, OrgId org, Role role) {
        return new Seeker(prefix + org.value(), where.human("Некто", org, role).subject());
    }

    private OrgId open(RegionId where, OrgId parent, String name) {
        var naming = new Naming("C" + Ids.next(), name, name + " имени А. И. Кулибина");
        return founding.openSchool(
                where, parent, naming, false, Neighbourhood.SINCE, Neighbourhood.SINCE);
    }

    @Test
    void findsOrganisationsByTheBeginningsOfTheirNamesFromEveryLevel() throws Exception {
        for (var seeker : List.of(school, district, region)) {
            for (var typed : List.of("березовская", "БЕРЁЗ 12", "сош №12", "кулиб", ",thtp")) {
                assertThat(results(seeker, typed))
                        .as(typed)
                        .contains("Берёзовская СОШ № 12")
                        .contains(seeker.path() + "/organisations/" + wanted.value());
            }
        }
    }

    @Test
    void findsNothingByOtherWords() throws Exception {
        for (var typed :
                List.of("резовская", "берёзовская 13", "берёзовская гимназия", "%", "__")) {
            assertThat(results(school, typed)).as(typed).doesNotContain("Берёзовская");
        }
        assertThat(results(school, "берёзовская 13")).contains("Ничего не нашлось");
    }

    @Test
    void findsNothingOfAnotherRegion() throws Exception {
        var there = new Neighbourhood(founding, assignments);
        var elsewhere = seeker(there, "/r/", there.centre, Role.REGION_ADMIN);
        open(there.region, there.district, "Берёзовский лицей");

        assertThat(results(region, "берёзовск"))
                .contains("Берёзовская СОШ № 12")
                .doesNotContain("лицей");
        assertThat(results(elsewhere, "берёзовск"))
                .contains("Берёзовский лицей")
                .doesNotContain("СОШ № 12");
    }

    @Test
    void putsTheOwnOnesFirst() throws Exception {
        open(here.region, here.otherDistrict, "Берёзовская СОШ № 1");

        var page = results(district, "берёзовская");

        assertThat(page.indexOf("СОШ № 12<")).isBetween(0, page.indexOf("СОШ № 1<"));
    }

    @Test
    void findsOrganisationsByEarlierNames() throws Exception {
        oracle.jdbc()
                .sql(
                        """
                        insert into sec.org_name (region_id, org_id, valid, name, full_name)
                        values (?, ?, daterange(current_date - 1, null), 'Лесная гимназия', 'Лесная гимназия')\
                        """)
                .params(here.region.value(), wanted.value())
                .update();

        assertThat(results(region, "лесная")).contains("Лесная гимназия<");
        assertThat(results(region, "берёзовская"))
                .contains("Лесная гимназия<", "прежнее название: Берёзовская СОШ № 12");
    }

    @Test
    void showsNoOrganisationsToWhoMayNotOpenThem() throws Exception {
        assertThat(results(seeker(here, "/s/", here.school, Role.PSYCHOLOGIST), "берёзовская"))
                .doesNotContain("СОШ № 12");
    }

    @Test
    void standsInTheHeaderAndIsAPageOfItsOwn() throws Exception {
        var answer =
                mvc.perform(get(school.path() + "/find").with(SignedIn.as(school.login())))
                        .andReturn()
                        .getResponse();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString())
                .contains(
                        "action=\"" + school.path() + "/find" + "\"", "id=\"find\"", "id=\"typed\"")
                .contains("hx-post=\"" + school.path() + "/find/quick" + "\"")
                .doesNotContain("Ничего не нашлось");
    }

    @Test
    void showsWhatWasTypedAgainWithoutTrustingIt() throws Exception {
        assertThat(results(school, "<b>берёзовская"))
                .contains("value=\"&lt;b&gt;берёзовская\"")
                .doesNotContain("<b>берёзовская");
    }

    @Test
    void asksForMoreThanOneLetter() throws Exception {
        assertThat(results(school, "б"))
                .contains("Напишите хотя бы две буквы.")
                .doesNotContain("Берёзовская");
        assertThat(drop(school, "б").strip()).isEmpty();
    }

    @Test
    void dropsTheFirstOnesDownWhileOneTypes() throws Exception {
        for (int i = 20; i < 30; i++) {
            open(here.region, here.district, "Берёзовская СОШ № " + i);
        }

        var part = drop(school, "берёзов");

        assertThat(part).doesNotContain("<html", "<main").contains("Показать все результаты");
        assertThat(part.split("class=\"find\"")).hasSize(6);
        assertThat(results(school, "берёзов").split("class=\"find\"")).hasSize(12);
        assertThat(drop(school, "козлов")).contains("Ничего не нашлось");
    }

    /** A search changes nothing, so that one page's form may be sent as often as one types. */
    @Test
    void mayBeSentAgainAndAgain() throws Exception {
        var once = SignedIn.form();
        for (int i = 0; i < 3; i++) {
            var answer =
                    mvc.perform(
                                    post(school.path() + "/find/quick")
                                            .param("q", "берёзов")
                                            .with(SignedIn.as(school.login()))
                                            .with(once))
                            .andReturn()
                            .getResponse();
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getContentAsString()).contains("Берёзовская");
        }
    }

    @Test
    void speaksEnglishToo() throws Exception {
        var answer =
                mvc.perform(
                                post(district.path() + "/find")
                                        .param("q", "берёзов")
                                        .cookie(new jakarta.servlet.http.Cookie("language", "en"))
                                        .with(SignedIn.as(district.login()))
                                        .with(SignedIn.form()))
                        .andReturn()
                        .getResponse();

        assertThat(answer.getContentAsString())
                .contains("lang=\"en\"", "Organisations", "school")
                .doesNotContain("??", "Поиск");
    }

    private String results(Seeker seeker, String typed) throws Exception {
        return ask(seeker, "/find", typed);
    }

    private String drop(Seeker seeker, String typed) throws Exception {
        return ask(seeker, "/find/quick", typed);
    }

    private String ask(Seeker seeker, String page, String typed) throws Exception {
        var answer =
                mvc.perform(
                                post(seeker.path() + page)
                                        .param("q", typed)
                                        .with(SignedIn.as(seeker.login()))
                                        .with(SignedIn.form()))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).as(typed).isEqualTo(200);
        return answer.getContentAsString();
    }
}
