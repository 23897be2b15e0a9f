package ru.mentoring.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Check OPS-15: what {@code docs/security/asvs.csv} says is proven has a test of that name; all
 * else says that it is open, and why.
 */
class AsvsTests {

    private static final Path TABLE = Path.of("../docs/security/asvs.csv");

    private static final Pattern LINE =
            Pattern.compile(
                    "(\\d+(?:\\.\\d+)*),([123]),(.+),(yes|no),((?:\"[^\"]*\")|[^,\"]*),((?:\"[^\"]*\")|[^,\"]*)");

    private static final Pattern NO_PROOF = Pattern.compile("(open|not applicable): .{10,}");

    @Test
    void namesOnlyTestsThatExist() throws IOException {
        var lines = Files.readAllLines(TABLE);
        var tests = tests();

        assertThat(lines.getFirst()).isEqualTo("requirement,level,words,applies,done in,proven by");
        assertThat(lines.stream().skip(1).filter(line -> !LINE.matcher(line).matches())).isEmpty();
        assertThat(
                        lines.stream()
                                .skip(1)
                                .map(AsvsTests::proof)
                                .filter(proof -> !holds(proof, tests)))
                .isEmpty();
    }

    @Test
    void listsEachRequirementOnce() throws IOException {
        assertThat(Files.readAllLines(TABLE).stream().skip(1).map(line -> line.split(",")[0]))
                .doesNotHaveDuplicates();
    }

    /** The check is able to fail: a class or a method that is not there is found. */
    @Test
    void missesATestThatIsNotThere() throws IOException {
        var tests = tests();

        assertThat(holds("AsvsTests", tests)).isTrue();
        assertThat(holds("AsvsTests#missesATestThatIsNotThere", tests)).isTrue();
        assertThat(holds("AsvsTests#provesEverything", tests)).isFalse();
        assertThat(holds("NoSuchTests", tests)).isFalse();
        assertThat(holds("open", tests)).isFalse();
    }

    private static String proof(String line) {
        var found = LINE.matcher(line);
        return found.matches() ? found.group(6).replace("\"", "") : "";
    }

    private static boolean holds(String proof, Map<String, String> tests) {
        if (NO_PROOF.matcher(proof).matches()) {
            return true;
        }
        var named = List.of(proof.split("#"));
        var source = tests.get(named.getFirst());
        return source != null
                && (named.size() == 1 || source.contains("void " + named.getLast() + "("));
    }

    /** The sources of all tests, also of modules that this one does not see. */
    private static Map<String, String> tests() throws IOException {
        var tests = new HashMap<String, String>();
        try (Stream<Path> files =
                Stream.of(Path.of("../modules"), Path.of("src/test")).flatMap(AsvsTests::below)) {
            for (var file : (Iterable<Path>) files::iterator) {
                tests.put(
                        file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        assertThat(tests).hasSizeGreaterThan(50);
        return tests;
    }

    private static Stream<Path> below(Path folder) {
        try {
            return Files.find(
                    folder,
                    20,
                    (path, attributes) ->
                            path.toString().contains("/test/")
                                    && path.getFileName().toString().endsWith("Tests.java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
