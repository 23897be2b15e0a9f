package ru.mentoringlocal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

class DiskFullTests {

    @TempDir Path directory;

    static Stream<Exception> failures() {
        return Stream.of(
                new SQLException("could not extend file", "53100"),
                new IOException("write failed: No space left on device"),
                new CannotStart("Keycloak", new IOException("No space left on device")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatHappenedWhatIsNeededAndWhatWasKept(Exception failure) {
        var analysis = analyzer("local").analyze(new IllegalStateException("flyway", failure));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription())
                .contains("The disk is full", directory.toString(), "needs 2000 MB")
                .contains("finished is kept", "is undone", "--mentoring.local.directory=");
    }

    @Test
    void leavesOtherFailuresAndOtherInstallationsAlone() {
        var full = new SQLException("could not extend file", "53100");

        assertThat(analyzer("local").analyze(new IllegalStateException("a bug"))).isNull();
        assertThat(analyzer("local").analyze(new CannotStart("Port 8080 is taken"))).isNull();
        assertThat(analyzer("prod").analyze(full)).isNull();
    }

    @Test
    void copiesAFolderWhollyOrNotAtAll() throws IOException {
        var original = Files.createDirectories(directory.resolve("original/bin"));
        Files.writeString(original.resolve("kc.sh"), "#!/bin/sh");
        var copy = directory.resolve("folder/copy");
        Files.createDirectories(directory.resolve("folder/copy.unfinished/left"));

        DiskFull.copy(directory.resolve("original"), copy);

        assertThat(copy.resolve("bin/kc.sh")).hasContent("#!/bin/sh");
        assertThat(directory.resolve("folder")).isDirectoryNotContaining("glob:**.unfinished");

        var nowhere = directory.resolve("folder/other");
        Files.createFile(directory.resolve("folder/taken"));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() ->
                        DiskFull.copy(
                                directory.resolve("original"),
                                directory.resolve("folder/taken/copy")));
        assertThat(nowhere).doesNotExist();
    }

    private DiskFullAnalyzer analyzer(String profile) {
        var environment =
                new MockEnvironment()
                        .withProperty("mentoring.local.directory", directory.toString());
        environment.setActiveProfiles(profile);
        return new DiskFullAnalyzer(environment);
    }
}
