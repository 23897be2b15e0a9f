package ru.mentoring.shared.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ContentDisposition;

class DownloadsTests {

    @ParameterizedTest
    @CsvSource({
        "показатели-2026.csv, pokazateli-2026.csv",
        "Ошибки в списке.csv, Oshibki-v-spiske.csv",
        "Щёлково объезд.csv, Shchelkovo-obezd.csv",
        "figures-2026.csv, figures-2026.csv"
    })
    void namesAFileTwice(String name, String latin) {
        var header = Downloads.attachment(name);

        assertThat(header).startsWith("attachment; filename=\"" + latin + "\"; filename*=UTF-8''");
        assertThat(header).matches("\\p{ASCII}*");
        assertThat(ContentDisposition.parse(header).getFilename()).isEqualTo(name);
    }

    @Test
    void letsNoNameEndTheHeaderOrLeaveTheFolder() {
        assertThat(Downloads.attachment("../a\"b\r\nX: 1%.csv"))
                .isEqualTo(
                        "attachment; filename=\"..-a-b-X-1-.csv\"; filename*=UTF-8''..-a-b-X-%201%25.csv");
    }
}
