package ru.mentoring.roadmaps.recognition.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.launch.JarLauncher;
import ru.mentoring.shared.files.SafeXml;

/**
 * The reading process starts from a packaged application too, where its classes lie in jars inside
 * a jar.
 */
class PackagedApplicationTests {

    private static final Path SAMPLE = Path.of("../../docs/samples/dorozhnaya-karta-shkoly.docx");

    @TempDir private Path folder;

    @Test
    void readsWordFilesFromWithinAJarOfJars() throws Exception {
        Path application = folder.resolve("app.jar");
        packageApplication(application);
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        String sample = SAMPLE.toAbsolutePath().toString();
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.io.tmpdir=" + temporary,
                                "-jar",
                                application.toString(),
                                sample,
                                sample)
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        int blocks = WordFiles.read(SAMPLE).blocks().size();
        assertThat(output)
                .contains("blocks: " + blocks + System.lineSeparator() + "blocks: " + blocks);
        assertThat(output).contains("jar:nested:");
        assertThat(process.waitFor()).isZero();
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    private static void packageApplication(Path application)
            throws IOException, URISyntaxException {
        try (OutputStream out = Files.newOutputStream(application);
                var zip = new ZipOutputStream(out)) {
            add(
                    zip,
                    "META-INF/MANIFEST.MF",
                    ("Manifest-Version: 1.0\nMain-Class: "
                                    + JarLauncher.class.getName()
                                    + "\nStart-Class: "
                                    + PackagedReader.class.getName()
                                    + "\nSpring-Boot-Classes: BOOT-INF/classes/\nSpring-Boot-Lib: BOOT-INF/lib/\n")
                            .getBytes(StandardCharsets.UTF_8));
            addLoader(zip);
            add(
                    zip,
                    "BOOT-INF/lib/roadmaps.jar",
                    jar(sourceOf(WordChild.class), "ru/mentoring/roadmaps/recognition/paper"));
            add(
                    zip,
                    "BOOT-INF/lib/shared.jar",
                    jar(sourceOf(SafeXml.class), "ru/mentoring/shared/files"));
            add(
                    zip,
                    "BOOT-INF/lib/main.jar",
                    jar(
                            sourceOf(PackagedReader.class),
                            "ru/mentoring/roadmaps/recognition/paper/PackagedReader.class"));
        }
    }

    private static Path sourceOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void addLoader(ZipOutputStream zip) throws IOException, URISyntaxException {
        try (var loader = new JarFile(sourceOf(JarLauncher.class).toFile())) {
            for (var entry :
                    loader.stream().filter(entry -> entry.getName().endsWith(".class")).toList()) {
                add(zip, entry.getName(), loader.getInputStream(entry).readAllBytes());
            }
        }
    }

    /** A jar of one package's classes, whether they come from a folder or from another jar. */
    private static byte[] jar(Path source, String prefix) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            if (Files.isDirectory(source)) {
                for (Path file : filesBelow(source.resolve(prefix))) {
                    add(
                            zip,
                            source.relativize(file).toString().replace('\\', '/'),
                            Files.readAllBytes(file));
                }
            } else {
                try (var jar = new JarFile(source.toFile())) {
                    for (var entry :
                            jar.stream()
                                    .filter(entry ->
                                            entry.getName().startsWith(prefix)
                                                    && !entry.isDirectory())
                                    .toList()) {
                        add(zip, entry.getName(), jar.getInputStream(entry).readAllBytes());
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Stored, not deflated: jars inside a jar must be. */
    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        var crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
