package ru.mentoring.roadmaps.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockMultipartFile;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;

@ModuleTest
class UploadPagesTests extends RoadmapPages {

    @Test
    void namesAnOpenQuestionWhereverItKeepsTheRoadmapFromBeingSent() {
        var preview = location(upload(PAPER.replace("2.1\t", "2.1.\t")));
        var read = get(school, Role.CURATOR, preview);
        assertThat(read).contains("href=\"#r-1-0\"").contains("Пункт 2.1:");
        var roadmap = location(send(preview, read, Map.of("action", "save")));
        var question = roadmap + "/items/" + items(roadmap).get(2);

        assertThat(get(school, Role.CURATOR, roadmap))
                .containsSubsequence(question, "У пункта 2.1 не уточнён срок");
        var submission = get(school, Role.CURATOR, roadmap + "/submission");
        assertThat(submission)
                .containsOnlyOnce("пункта 2.1 ")
                .containsSubsequence(question, "У пункта 2.1 не уточнён срок")
                .contains("Срок без даты: 1.2")
                .doesNotContain("action=\"" + roadmap + "/submission\"");
    }

    @Test
    void keepsCorrectionsDropsWhatIsNoItemAndAddsOnesByHand() {
        var preview = location(upload(PAPER));
        var page = get(school, Role.CURATOR, preview);

        var added =
                send(preview, page, Map.of("action", "add-1", "parts[0].rows[1].dropped", "on"));
        assertThat(added).hasStatus3xxRedirection();
        var again = get(school, Role.CURATOR, preview);
        assertThat(again).contains("не пункт карты").contains("Новый пункт");

        var refused = send(preview, again, Map.of("action", "save"));
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("Есть пункт без названия");
        assertThat(roadmaps()).isZero();

        var saved =
                send(
                        preview,
                        get(school, Role.CURATOR, preview),
                        Map.of(
                                "action",
                                "save",
                                "parts[1].rows[1].title",
                                "Подвести итоги",
                                "parts[1].rows[1].responsible",
                                "Куратор\nДиректор"));
        var roadmap = location(saved);
        assertThat(get(school, Role.CURATOR, roadmap))
                .contains("Подвести итоги")
                .doesNotContain("Провести обучение наставников");
    }

    @Test
    void savesAFormThatIsSentTwiceOnce() {
        var preview = location(upload(PAPER));
        var fields = fields(get(school, Role.CURATOR, preview), Map.of("action", "save"));
        var key = UUID.randomUUID();

        var first = post(school, Role.CURATOR, preview, fields, key);
        var second = post(school, Role.CURATOR, preview, fields, key);

        assertThat(location(second)).isEqualTo(location(first));
        assertThat(roadmaps()).isEqualTo(1);
    }

    @Test
    void asksBackWhenADeadlineIsNotClear() {
        var roadmap = roadmap();
        var item = roadmap + "/items/" + items(roadmap).getFirst();
        var fields = fields(get(school, Role.CURATOR, item), Map.of());
        fields.put("deadlineText", "декабрь - март 2026 года");

        var asked = post(school, Role.CURATOR, item, fields);
        assertThat(asked).hasStatus(422);
        assertThat(body(asked)).contains("переходит через Новый год");

        fields.put("choice", "months 2026-12 2027-03");
        assertThat(post(school, Role.CURATOR, item, fields)).hasStatus3xxRedirection();
        assertThat(
                        oracle.jdbc()
                                .sql("select deadline from roadmaps.item where id = ?")
                                .param(items(roadmap).getFirst())
                                .query(String.class)
                                .single())
                .isEqualTo("months 2026-12 2027-03");
    }

    @ParameterizedTest
    @CsvSource({
        "карта.pdf,%PDF-1.7,PDF",
        "карта.docx,это не архив,Word",
        "карта.docx,'',пуст",
        "карта.exe,MZ,DOCX",
        "карта.txt,Просто письмо без пунктов и таблицы,"
    })
    void refusesWhatIsNoRoadmapWithAMessageOfItsOwn(String name, String content, String says) {
        var answer =
                mvc.post()
                        .uri(school.path("/roadmap/uploads"))
                        .multipart()
                        .file(
                                new MockMultipartFile(
                                        "file",
                                        name,
                                        "application/octet-stream",
                                        content.getBytes(StandardCharsets.UTF_8)))
                        .with(school.signedIn(Role.CURATOR))
                        .with(SignedIn.form())
                        .exchange();

        assertThat(answer).hasStatus(422);
        assertThat(body(answer))
                .contains("Карту прочитать не получилось")
                .contains(says == null ? "карт" : says);
        assertThat(
                        oracle.count(
                                "select count(*) from roadmaps.upload where org_id = ?",
                                school.id().value()))
                .isZero();
    }
}
