package ru.mentoring.tenancy.orglist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood;
import ru.mentoring.tenancy.members.Neighbourhood.Human;
import ru.mentoring.tenancy.orglist.ListWorkbook;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;

@ModuleTest
class OrgListPagesTests {

    @Autowired MockMvcTester mvc;
    @Autowired Founding founding;
    @Autowired Assignments assignments;

    private Neighbourhood place;
    private Human admin;
    private String pages;

    @BeforeEach
    void settle() {
        place = new Neighbourhood(founding, assignments);
        admin = place.human("Анна", place.centre, Role.REGION_ADMIN);
        pages = "/r/" + place.centre.value() + "/organisations/import";
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(SignedIn.as(admin.subject())).exchange();
    }

    private MvcTestResult post(String address) {
        return mvc.post()
                .uri(address)
                .with(SignedIn.as(admin.subject()))
                .with(SignedIn.form())
                .exchange();
    }

    private MvcTestResult upload(byte[] content) {
        return mvc.post()
                .uri(pages)
                .multipart()
                .file(new MockMultipartFile("file", "Список школ.xlsx", null, content))
                .with(SignedIn.as(admin.subject()))
                .with(SignedIn.form())
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
    }

    private static String target(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return answer.getResponse().getRedirectedUrl();
    }

    @Test
    void leadsFromTheDirectoryOverThePreviewToTheResult() {
        assertThat(text(get("/r/" + place.centre.value() + "/organisations"))).contains(pages);
        assertThat(text(get(pages))).contains("Проверить файл", "Как устроен список");

        var preview =
                target(
                        upload(
                                new ListWorkbook()
                                        .district("77", "Заречный район")
                                        .school("7701", "Школа за рекой", "77")
                                        .school("7702", "Школа нигде", "Нигде")
                                        .bytes()));

        assertThat(text(get(preview)))
                .contains(
                        "Пока ничего не открыто",
                        "1 строка с ошибкой",
                        "Школа нигде",
                        "Район «Нигде» не найден",
                        "Открыть 2 организации");
        assertThat(target(post(preview + "/confirm"))).isEqualTo(preview);
        assertThat(text(get(preview)))
                .contains("Открыты 2 организации", "К справочнику")
                .doesNotContain("Не загружать");
        assertThat(text(get(pages))).contains("Список школ.xlsx", "открыто");
    }

    @Test
    void saysAtTheFieldWhyAFileIsNotTaken() {
        var answer = upload("не таблица".getBytes(StandardCharsets.UTF_8));

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("Это не таблица XLSX");
        assertThat(post(pages)).hasStatus(422);
    }

    @Test
    void discardsAListAndKnowsNoOther() {
        var preview = target(upload(new ListWorkbook().school("7701", "Школа", "").bytes()));

        assertThat(target(post(preview + "/discard"))).isEqualTo(pages);

        assertThat(get(preview)).hasStatus(404);
        assertThat(post(preview + "/confirm")).hasStatus(404);
        assertThat(get(pages + "/" + place.school.value())).hasStatus(404);
    }
}
