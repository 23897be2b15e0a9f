package ru.mentoring.participants.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.registers.RegisterBook;

@ModuleTest
class ImportPagesTests extends PagesOfASchool {

    @Test
    void takesAFileThroughPreviewToTheRegisters() throws Exception {
        var book = RegisterBook.of(3, 40, 4, today);

        var bytes = book.bytes();

        var preview = upload(bytes);
        assertThat(page(Role.CURATOR, preview))
                .contains("Пока ничего не сохранено", "4 строки с ошибками", "Загрузить 36 строк")
                .contains(book.broken().getFirst().person())
                .contains("База наставляемых".toLowerCase().substring(5));
        assertThat(page(Role.CURATOR, "/mentees")).contains("Наставляемых пока нет");
        var faults = open(Role.CURATOR, preview + "/faults.csv").andReturn().getResponse();
        assertThat(faults.getHeader("Content-Disposition"))
                .startsWith("attachment; filename=\"oshibki-v-spiske.csv\"")
                .contains("filename*=UTF-8''%D0%BE%D1%88%D0%B8%D0%B1%D0%BA%D0%B8-");
        assertThat(faults.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        var table = faults.getContentAsString(StandardCharsets.UTF_8);
        assertThat(table).startsWith("\uFEFF\"Лист\";\"Строка\";\"Человек\";\"Что исправить\"\r\n");
        assertThat(table.lines()).hasSize(5);

        send(Role.CURATOR, preview + "/confirm", Map.of());

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> page(Role.CURATOR, preview).contains("Список загружен"));
        assertThat(page(Role.CURATOR, preview)).contains("В реестрах 36 строк файла");
        assertThat(page(Role.CURATOR, "/mentees")).contains("ждут согласия".substring(0, 3));
        assertThat(page(Role.CURATOR, preview + "/progress")).contains("36 из 36");
        assertThat(upload(bytes)).isEqualTo(preview);
    }

    private String upload(byte[] content) throws Exception {
        var answer = uploading(content).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
        return answer.getRedirectedUrl().substring(school.path().length());
    }

    private ResultActions uploading(byte[] content) throws Exception {
        return mvc.perform(
                multipart(school.path("/import"))
                        .file(new MockMultipartFile("file", "реестр.xlsx", null, content))
                        .with(school.signedIn(Role.CURATOR))
                        .with(SignedIn.form()));
    }

    @Test
    void saysWhyAFileIsOfNoUse() throws Exception {
        var answer = uploading("ФИО;Класс".getBytes()).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Это не таблица XLSX");
    }
}
