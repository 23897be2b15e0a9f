package ru.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What all pages and all bundles of messages keep to. Each rule carries a planted fault that it has
 * to find.
 */
class TemplateTests {

    private static final Map<String, Properties> BUNDLES = bundles();
    private static final Set<String> KEYS =
            BUNDLES.values().stream()
                    .flatMap(bundle -> bundle.stringPropertyNames().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
    private static final Set<String> PREFIXES =
            KEYS.stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
    private static final List<Template> TEMPLATES = templates();

    /** One element's opening tag. */
    private record Tag(String element, Map<String, String> attributes, int line) {

        boolean has(String attribute) {
            return attributes.containsKey(attribute);
        }

        String value(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }

        String at() {
            return "line " + line + " <" + element + ">";
        }
    }

    /** A text between tags. */
    private record Words(String text, int line) {}

    /** A template taken apart. */
    private record Template(String name, String source, List<Tag> tags, List<Words> words) {

        static Template read(String name, String source) {
            var tags = new ArrayList<Tag>();
            var words = new ArrayList<Words>();
            try {
                new MarkupParser(ParseConfiguration.htmlConfiguration())
                        .parse(new StringReader(source), new Collector(tags, words));
            } catch (ParseException unreadable) {
                throw new IllegalStateException(name, unreadable);
            }
            return new Template(name, source, tags, words);
        }

        Stream<String> expressions() {
            return tags.stream().flatMap(tag -> tag.attributes().values().stream());
        }

        boolean isPage() {
            return tags.stream()
                    .anyMatch(
                            tag -> tag.value("th:replace").startsWith("~{shared/layout :: page("));
        }
    }

    private static final class Collector extends AbstractMarkupHandler {

        private final List<Tag> tags;
        private final List<Words> words;
        private Map<String, String> attributes = new TreeMap<>();

        Collector(List<Tag> tags, List<Words> words) {
            this.tags = tags;
            this.words = words;
        }

        @Override
        public void handleOpenElementStart(
                char[] buffer, int start, int length, int line, int column) {
            open(buffer, start, length, line);
        }

        @Override
        public void handleStandaloneElementStart(
                char[] buffer, int start, int length, boolean minimized, int line, int column) {
            open(buffer, start, length, line);
        }

        private void open(char[] buffer, int start, int length, int line) {
            attributes = new TreeMap<>();
            tags.add(new Tag(new String(buffer, start, length).toLowerCase(), attributes, line));
        }

        @Override
        public void handleAttribute(
                char[] buffer,
                int nameStart,
                int nameLength,
                int nameLine,
                int nameColumn,
                int operatorStart,
                int operatorLength,
                int operatorLine,
                int operatorColumn,
                int valueStart,
                int valueLength,
                int outerStart,
                int outerLength,
                int valueLine,
                int valueColumn) {
            attributes.put(
                    new String(buffer, nameStart, nameLength).toLowerCase(),
                    new String(buffer, valueStart, valueLength));
        }

        @Override
        public void handleText(char[] buffer, int start, int length, int line, int column) {
            words.add(new Words(new String(buffer, start, length), line));
        }
    }

    /** What a template may not do. */
    enum Rule {
        KEYS_EXIST_IN_BOTH_LANGUAGES("<p th:text=\"#{shared.no-such-key}\"></p>") {
            @Override
            Stream<String> faults(Template template) {
                return template.expressions()
                        .flatMap(Rule::keys)
                        .filter(key -> !KEYS.contains(key));
            }
        },
        KEYS_PUT_TOGETHER_HAVE_SOMETHING_TO_BEGIN_WITH(
                "<p th:text=\"#{|shared.no-such.${x}.title|}\"></p>") {
            @Override
            Stream<String> faults(Template template) {
                return template.expressions()
                        .flatMap(value -> groups(value, "#\\{\\|([^|]*?)\\$\\{[^}]*}([^|]*)\\|"))
                        .filter(parts -> !parts.group(1).isEmpty())
                        .filter(parts ->
                                KEYS.stream()
                                        .noneMatch(key ->
                                                key.startsWith(parts.group(1))
                                                        && key.endsWith(
                                                                parts.group(2)
                                                                        .replaceAll(".*}", ""))))
                        .map(MatchResult::group);
            }
        },
        KEYS_PASSED_ON_EXIST(
                "<div th:replace=\"~{shared/forms :: text('name', 'shared.no-such-label')}\"></div>") {
            @Override
            Stream<String> faults(Template template) {
                return template.expressions()
                        .flatMap(value -> groups(value, "'([a-z]+(?:\\.[A-Za-z0-9_-]+)+)\\.?'"))
                        .map(literal -> literal.group(1))
                        .filter(literal -> PREFIXES.contains(literal.split("\\.")[0]))
                        .filter(literal -> !KEYS.contains(literal))
                        .filter(literal ->
                                KEYS.stream().noneMatch(key -> key.startsWith(literal + ".")));
            }
        },
        NO_VISIBLE_TEXT_OUTSIDE_THE_BUNDLES("<p>Привет</p>") {
            @Override
            Stream<String> faults(Template template) {
                return template.words().stream()
                        .filter(words ->
                                words.text()
                                        .replaceAll("&[a-z]+;", "")
                                        .codePoints()
                                        .anyMatch(Character::isLetterOrDigit))
                        .map(words -> "line " + words.line() + ": " + words.text().strip());
            }
        },
        NO_VISIBLE_TEXT_IN_ATTRIBUTES("<input aria-label=\"Имя\" placeholder=\"Name\">") {
            @Override
            Stream<String> faults(Template template) {
                return template.tags().stream()
                        .flatMap(tag ->
                                Stream.of("alt", "aria-label", "placeholder", "title", "label")
                                        .filter(name ->
                                                tag.value(name)
                                                        .codePoints()
                                                        .anyMatch(Character::isLetterOrDigit))
                                        .map(name -> tag.at() + " " + name));
            }
        },
        NO_TEXT_UNESCAPED("<p th:utext=\"${x}\"></p>") {
            @Override
            Stream<String> faults(Template template) {
                return Stream.concat(
                        tagsWith(template, name -> name.matches("(th:|data-th-)utext")),
                        template.source().contains("[(") ? Stream.of("[( … )]") : Stream.empty());
            }
        },
        NOTHING_INLINE(
                "<p style=\"color:red\" onclick=\"a()\" hx-on:click=\"b()\"></p><script>c()</script>") {
            @Override
            Stream<String> faults(Template template) {
                var attributes =
                        tagsWith(
                                template,
                                name ->
                                        name.matches("(th:)?(style|styleappend|on[a-z]+)")
                                                || name.matches("(hx-on|hx:on).*"));
                var elements =
                        template.tags().stream()
                                .filter(tag ->
                                        tag.element().equals("style")
                                                || tag.element().equals("script")
                                                        && !tag.has("src")
                                                        && !tag.has("th:src"))
                                .map(Tag::at);
                var scripted =
                        template.expressions()
                                .filter(value ->
                                        value.strip().startsWith("javascript:")
                                                || value.strip().startsWith("js:"));
                return Stream.of(attributes, elements, scripted).flatMap(all -> all);
            }
        },
        NO_TRIGGER_WITH_A_CONDITION("<p hx-trigger=\"click[ctrlKey]\"></p>") {
            @Override
            Stream<String> faults(Template template) {
                return template.tags().stream()
                        .filter(tag ->
                                (tag.value("hx-trigger") + tag.value("hx:trigger")).contains("["))
                        .map(Tag::at);
            }
        },
        NOTHING_FROM_ANOTHER_HOST("<img src=\"https://example.org/a.png\">") {
            @Override
            Stream<String> faults(Template template) {
                return template.tags().stream()
                        .filter(tag ->
                                Stream.of("src", "href", "th:src", "th:href", "action")
                                        .map(tag::value)
                                        .anyMatch(value -> value.matches("(@\\{)?(https?:)?//.*")))
                        .map(Tag::at);
            }
        },
        PAGES_SAY_THEIR_DOCUMENT_TYPE(
                "<html th:replace=\"~{shared/layout :: page(#{shared.product}, ~{::main})}\"></html>") {
            @Override
            Stream<String> faults(Template template) {
                return template.isPage() && !template.source().startsWith("<!DOCTYPE html>")
                        ? Stream.of("no <!DOCTYPE html> in the first line")
                        : Stream.empty();
            }
        },
        PAGES_HAVE_ONE_HEADING(
                "<html th:replace=\"~{shared/layout :: page(#{shared.product}, ~{::main})}\"><h2></h2></html>") {
            @Override
            Stream<String> faults(Template template) {
                boolean headed =
                        template.tags().stream().anyMatch(tag -> tag.element().equals("h1"))
                                || template.source().contains(":: head");
                return template.isPage() && !headed ? Stream.of("no h1") : Stream.empty();
            }
        },
        NO_CONDITION_BESIDE_A_REPLACEMENT(
                "<p th:if=\"${x}\" th:replace=\"~{shared/note :: note('info', '', '')}\"></p>") {
            @Override
            Stream<String> faults(Template template) {
                return template.tags().stream()
                        .filter(tag -> tag.has("th:replace"))
                        .filter(tag ->
                                Stream.of("if", "unless", "each", "switch", "case")
                                        .anyMatch(name -> tag.has("th:" + name)))
                        .map(Tag::at);
            }
        },
        FRAGMENTS_EXIST("<p th:replace=\"~{shared/note :: no-such-fragment}\"></p>") {
            @Override
            Stream<String> faults(Template template) {
                return template.expressions()
                        .flatMap(value ->
                                groups(value, "~\\{([a-z][a-z/-]*)\\s*::\\s*([a-z][a-z-]*)"))
                        .filter(use -> !hasFragment(use.group(1), use.group(2)))
                        .map(MatchResult::group);
            }
        },
        SYMBOLS_EXIST("<svg th:replace=\"~{shared/icons :: icon('no-such-symbol')}\"></svg>") {
            @Override
            Stream<String> faults(Template template) {
                var sprite = template("shared/icons").source();
                return template.expressions()
                        .flatMap(value ->
                                Stream.concat(
                                        groups(value, "icons :: (?:icon|small)\\('([^']+)'"),
                                        groups(value, ":: marked\\([^,]+, '([^']+)'")))
                        .map(use -> use.group(1))
                        .filter(symbol -> !sprite.contains("id=\"i-" + symbol + "\""));
            }
        },
        FORMS_ARE_GUARDED("<form method=\"post\" action=\"/roadmap\"></form>") {
            @Override
            Stream<String> faults(Template template) {
                return template.tags().stream()
                        .filter(tag -> tag.element().equals("form"))
                        .filter(tag -> tag.value("method").equalsIgnoreCase("post"))
                        .filter(tag -> !tag.has("th:action"))
                        .map(Tag::at);
            }
        },
        FILES_ARE_FETCHED_BY_THE_BROWSER("<a th:href=\"@{/a.csv}\" download></a>") {
            @Override
            Stream<String> faults(Template template) {
                return template.tags().stream()
                        .filter(tag -> tag.has("download"))
                        .filter(tag -> !tag.value("hx-boost").equals("false"))
                        .map(Tag::at);
            }
        },
        CONTROLS_HAVE_NAMES("<input type=\"text\" name=\"a\">") {
            @Override
            Stream<String> faults(Template template) {
                var labelled =
                        template.tags().stream()
                                .filter(tag -> tag.element().equals("label"))
                                .flatMap(tag -> Stream.of(tag.value("for"), tag.value("th:for")))
                                .collect(Collectors.toSet());
                return template.tags().stream()
                        .filter(tag ->
                                Set.of("input", "select", "textarea").contains(tag.element()))
                        .filter(tag -> !Set.of("hidden", "submit").contains(tag.value("type")))
                        .filter(tag -> !tag.has("aria-label") && !tag.has("th:aria-label"))
                        .filter(tag -> !tag.has("aria-labelledby"))
                        .filter(tag ->
                                !labelled.contains(tag.value("id"))
                                        && !labelled.contains(tag.value("th:id")))
                        .filter(tag -> !tag.has("th:fragment") && !insideLabel(template, tag))
                        .map(Tag::at);
            }
        };

        private final String planted;

        Rule(String planted) {
            this.planted = planted;
        }

        abstract Stream<String> faults(Template template);

        /** Literal keys, those of plurals with their three endings. */
        private static Stream<String> keys(String value) {
            var plain =
                    groups(value, "#\\{\\s*([A-Za-z][A-Za-z0-9._-]*)\\s*[}(]")
                            .map(use -> use.group(1));
            var plural =
                    groups(value, "#plural\\.of\\('([^']+)'\\s*,")
                            .flatMap(use ->
                                    Stream.of("one", "few", "many")
                                            .map(form -> use.group(1) + "." + form));
            return Stream.concat(plain, plural);
        }

        private static Stream<MatchResult> groups(String value, String pattern) {
            return Pattern.compile(pattern).matcher(value).results();
        }

        private static Stream<String> tagsWith(Template template, Predicate<String> name) {
            return template.tags().stream()
                    .filter(tag -> tag.attributes().keySet().stream().anyMatch(name))
                    .map(Tag::at);
        }

        private static boolean hasFragment(String template, String fragment) {
            return TEMPLATES.stream()
                    .filter(one -> one.name().equals(template))
                    .flatMap(one -> one.tags().stream())
                    .anyMatch(tag ->
                            tag.value("th:fragment").split("\\(")[0].strip().equals(fragment)
                                    || tag.element().equals(fragment));
        }

        private static Template template(String name) {
            return TEMPLATES.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        /** A label around the control stands on the same line or right before it. */
        private static boolean insideLabel(Template template, Tag control) {
            int at = template.tags().indexOf(control);
            return at > 0
                    && template.tags().subList(Math.max(0, at - 2), at).stream()
                            .anyMatch(tag -> tag.element().equals("label"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void holdsInEveryTemplate(Rule rule) {
        var faults =
                TEMPLATES.stream()
                        .flatMap(template ->
                                rule.faults(template).map(fault -> template.name() + ": " + fault));

        assertThat(faults).as(rule.name()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findsThePlantedFault(Rule rule) {
        assertThat(rule.faults(Template.read("planted", rule.planted))).isNotEmpty();
    }

    static Stream<String> russianBundles() {
        return BUNDLES.keySet().stream().filter(name -> !name.endsWith("_en"));
    }

    @ParameterizedTest
    @MethodSource("russianBundles")
    void speaksBothLanguages(String name) {
        assertThat(differences(bundle(name), bundle(name + "_en"))).as(name).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("russianBundles")
    void namesKeysAfterTheirModule(String name) {
        var module = name.split("-")[0];

        assertThat(bundle(name).stringPropertyNames())
                .as(name)
                .allMatch(key ->
                        key.startsWith(module + ".")
                                || key.matches("(typeMismatch|[A-Z][A-Za-z]+)(\\..+)?"));
    }

    @ParameterizedTest
    @MethodSource("russianBundles")
    void writesRussianAsItIsPrinted(String name) {
        assertThat(misprints(bundle(name))).as(name).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("russianBundles")
    void keepsStraightApostrophesOut(String name) {
        for (String bundle : List.of(name, name + "_en")) {
            assertThat(bundle(bundle).stringPropertyNames())
                    .as(bundle)
                    .noneMatch(key -> bundle(bundle).getProperty(key).contains("'"));
        }
    }

    /** The same checks of bundles on bundles with faults. */
    @Test
    void findsFaultsPlantedInBundles() {
        var russian = properties("a.one=раз {0}\na.two=\na.three=три");
        var english = properties("a.one=one\na.two=two");

        assertThat(differences(russian, english)).hasSize(3);
        assertThat(
                        misprints(
                                properties(
                                        "a=школа № 3\nb=10 %\nc=дн(я/ей)\nd=Ура!\ne=\"так\"\nf=наш дашборд\ng=1 264 человека\nh=школа №\u00a03, 10\u00a0%")))
                .hasSize(7);
    }

    private static List<String> differences(Properties russian, Properties english) {
        var differences = new ArrayList<String>();
        var all = new TreeSet<>(russian.stringPropertyNames());
        all.addAll(english.stringPropertyNames());
        for (String key : all) {
            var here = russian.getProperty(key);
            var there = english.getProperty(key);
            if (there == null && key.endsWith(".few")) {
                continue;
            }
            if (here == null || there == null) {
                differences.add(key + " is missing in one language");
            } else if (here.isBlank() || there.isBlank()) {
                differences.add(key + " says nothing");
            } else if (!placeholders(here).equals(placeholders(there))) {
                differences.add(key + " has other arguments");
            }
        }
        return differences;
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static final Map<String, Pattern> MISPRINTS =
            Map.of(
                    "a breakable space after №", Pattern.compile("№ "),
                    "a breakable space before %", Pattern.compile("[\\d}] %"),
                    "a breakable space between thousands", Pattern.compile("\\d \\d{3}"),
                    "an ending in brackets", Pattern.compile("\\p{L}\\(\\p{L}+(/\\p{L}+)?\\)"),
                    "an exclamation mark", Pattern.compile("!"),
                    "straight quotes", Pattern.compile("\""),
                    "a word of software",
                            Pattern.compile(
                                    "(?i)дашборд|дедлайн|фидбэк|фидбек|логин|матчинг|юзер|подопечн|дропдаун"));

    private static List<String> misprints(Properties bundle) {
        return bundle.stringPropertyNames().stream()
                .sorted()
                .flatMap(key ->
                        MISPRINTS.entrySet().stream()
                                .filter(misprint ->
                                        misprint.getValue().matcher(bundle.getProperty(key)).find())
                                .map(misprint -> key + ": " + misprint.getKey()))
                .toList();
    }

    private static Properties bundle(String name) {
        return BUNDLES.getOrDefault(name, new Properties());
    }

    private static Map<String, Properties> bundles() {
        var bundles = new TreeMap<String, Properties>();
        for (Resource resource : resources("classpath*:messages/*.properties")) {
            bundles.put(
                    String.valueOf(resource.getFilename()).replace(".properties", ""),
                    properties(text(resource)));
        }
        assertThat(bundles).containsKeys("shared", "tenancy", "shared_en", "tenancy_en");
        return bundles;
    }

    private static List<Template> templates() {
        var templates =
                Arrays.stream(resources("classpath*:templates/**/*.html"))
                        .map(resource -> Template.read(name(resource), text(resource)))
                        .toList();
        assertThat(templates).extracting(Template::name).contains("shared/layout", "shared/error");
        return templates;
    }

    private static String name(Resource resource) {
        try {
            return resource.getURL()
                    .toString()
                    .replaceAll(".*/templates/", "")
                    .replaceAll("\\.html$", "");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Resource[] resources(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Properties properties(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return properties;
    }
}
