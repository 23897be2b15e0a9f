package ru.mentoring.roadmaps.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void hasATextForEveryRefusalAndEveryFinding(String language) throws IOException {
        Properties texts = texts(language);

        Stream<String> refusals =
                Arrays.stream(Refusal.Reason.values())
                        .map(reason -> new Refusal(reason).messageKey());
        Stream<String> findings =
                Arrays.stream(Finding.Code.values()).map(code -> code.at(Place.PAPER).messageKey());
        assertThat(texts.stringPropertyNames())
                .containsAll(Stream.concat(refusals, findings).toList());
    }

    @Test
    void saysTheSameThingsInBothLanguages() throws IOException {
        assertThat(texts("").stringPropertyNames()).isEqualTo(texts("_en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void putsEveryArgumentIntoPlace(String language) throws IOException {
        Object[] arguments = List.of("<0>", "<1>", "<2>").toArray();

        assertThat(texts(language).values())
                .extracting(text -> MessageFormat.format((String) text, arguments))
                .noneMatch(text -> text.contains("{") || text.contains("'"));
    }

    @Test
    void tellsOnRefusalThatNothingWasStored() throws IOException {
        Properties texts = texts("");

        assertThat(Refusal.Reason.values())
                .extracting(reason -> texts.getProperty(new Refusal(reason).messageKey()))
                .allMatch(text ->
                        text.toLowerCase(java.util.Locale.ROOT).contains("ничего не сохранено"))
                .doesNotHaveDuplicates();
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in =
                new InputStreamReader(
                        MessagesTests.class.getResourceAsStream(
                                "/messages/roadmaps-recognition" + language + ".properties"),
                        StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
