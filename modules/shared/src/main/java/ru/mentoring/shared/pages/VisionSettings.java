package ru.mentoring.shared.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a person with weak sight wants pages to look. What is not chosen looks ordinary.
 *
 * @param chosen value by aspect; never an ordinary one
 */
record VisionSettings(Map<Aspect, String> chosen) {

    static final String ORDINARY = "ordinary";
    static final VisionSettings NONE = new VisionSettings(Map.of());

    /** What can be chosen; the word is used in the cookie, the form and the message keys. */
    enum Aspect {
        SIZE("150", "200"),
        SCHEME("white", "black", "blue"),
        SPACING("wide", "wider"),
        LEADING("wide"),
        FONT("serif"),
        IMAGES("off");

        private final List<String> values;

        Aspect(String... values) {
            this.values = List.of(values);
        }

        /** Returns the aspect's word, such as {@code size}. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static @Nullable Aspect called(String word) {
            return Arrays.stream(values())
                    .filter(aspect -> aspect.word().equals(word))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** One button of the panel. */
    record Choice(String command, String key, boolean pressed) {}

    /** One row of buttons of the panel. */
    record Row(String key, List<Choice> choices) {}

    VisionSettings {
        chosen = Map.copyOf(chosen);
    }

    /** Returns what the reader of this request has chosen. */
    static VisionSettings of(HttpServletRequest request) {
        var written = Cookies.read(request, Cookies.VISION);
        return written == null ? NONE : read(written);
    }

    /** Reads what {@link #written} wrote; whatever it does not know is ignored. */
    static VisionSettings read(String written) {
        var settings = NONE;
        for (String command : written.split("\\.", 20)) {
            settings = settings.with(command.replace('-', ':'));
        }
        return settings;
    }

    /** Returns the text for a cookie: letters, digits, dots and hyphens only. */
    String written() {
        return new TreeMap<>(chosen)
                .entrySet().stream()
                        .map(choice -> choice.getKey().word() + "-" + choice.getValue())
                        .collect(Collectors.joining("."));
    }

    /** Applies a command such as {@code size:150}; one it does not know changes nothing. */
    VisionSettings with(String command) {
        int colon = command.indexOf(':');
        var aspect = colon < 0 ? null : Aspect.called(command.substring(0, colon));
        if (aspect == null) {
            return this;
        }
        var value = command.substring(colon + 1);
        var changed = new TreeMap<>(chosen);
        if (value.equals(ORDINARY)) {
            changed.remove(aspect);
        } else if (aspect.values.contains(value)) {
            changed.put(aspect, value);
        }
        return new VisionSettings(changed);
    }

    /** Returns the value of the aspect with this word, or null if it looks ordinary. */
    public @Nullable String value(String word) {
        var aspect = Aspect.called(word);
        return aspect == null ? null : chosen.get(aspect);
    }

    /** Returns the panel's buttons, one row an aspect. */
    public List<Row> rows() {
        return Arrays.stream(Aspect.values()).map(this::row).toList();
    }

    private Row row(Aspect aspect) {
        var current = chosen.getOrDefault(aspect, ORDINARY);
        var key = "shared.vision." + aspect.word();
        var choices =
                Stream.concat(Stream.of(ORDINARY), aspect.values.stream())
                        .map(value ->
                                new Choice(
                                        aspect.word() + ":" + value,
                                        key + "." + value,
                                        value.equals(current)))
                        .toList();
        return new Row(key, choices);
    }
}
