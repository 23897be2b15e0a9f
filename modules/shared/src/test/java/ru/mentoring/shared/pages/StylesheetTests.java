package ru.mentoring.shared.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class StylesheetTests {

    private static final String CONTAINER = "@container page (max-width:";
    private static final String MEDIA = "@media (max-width:";

    /** Old browsers do not know container queries and read a copy; the two must say the same. */
    @Test
    void saysTheSameToOldAndToNewBrowsersOnNarrowScreens() throws IOException {
        var sheet = sheet();

        var forNew = blocks(sheet, CONTAINER, "rem){");
        var forOld = blocks(sheet, MEDIA, "em){");

        assertThat(forNew.keySet()).containsExactly("22", "45", "62", "75");
        assertThat(forOld).isEqualTo(forNew);
    }

    @Test
    void noticesWhenOneOfTheTwoWasForgotten() {
        var sheet = CONTAINER + "45rem){ .a{b:c} }" + MEDIA + "45em){ .a{b:d} }";

        assertThat(blocks(sheet, CONTAINER, "rem){")).isNotEqualTo(blocks(sheet, MEDIA, "em){"));
    }

    @Test
    void needsNothingThatTheOldestBrowserLacks() throws IOException {
        assertThat(sheet())
                .doesNotContain("color-mix(", "subgrid", "popover{", "data:", "@import", "http:");
    }

    private static String sheet() throws IOException {
        return new ClassPathResource("static/assets/app.css")
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("(?s)/\\*.*?\\*/", "");
    }

    /** Returns the rules of each width. */
    private static Map<String, String> blocks(String sheet, String start, String end) {
        var blocks = new TreeMap<String, String>();
        for (int at = sheet.indexOf(start); at >= 0; at = sheet.indexOf(start, at + 1)) {
            int open = sheet.indexOf(end, at);
            int depth = 1;
            int close = open + end.length();
            while (depth > 0) {
                char sign = sheet.charAt(close++);
                depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            }
            blocks.put(
                    sheet.substring(at + start.length(), open),
                    sheet.substring(open + end.length(), close - 1).strip());
        }
        return blocks;
    }
}
