package ru.mentoring.roadmaps.recognition.paper;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.shared.files.SafeXml;

/**
 * The class path of the reading process: the two places its own classes came from, nothing else.
 *
 * <p>In a build these are folders and in an unpacked application plain jars, used as they are. In
 * the packaged application the jars lie inside another one, where a plain {@code java} cannot find
 * them; the two are then copied out once, into a folder of the temporary directory that only this
 * user may open and that goes when the platform stops. The alternative, starting the packaged
 * application's own launcher, opens all its hundred and more jars for two small ones.
 */
final class ChildClassPath {

    private static @Nullable String path;

    private ChildClassPath() {}

    static synchronized String get() throws IOException {
        if (path == null) {
            var places = new LinkedHashSet<String>();
            for (Class<?> type : List.of(WordChild.class, SafeXml.class)) {
                places.add(place(type).toString());
            }
            path = String.join(File.pathSeparator, places);
        }
        return path;
    }

    private static Path place(Class<?> type) throws IOException {
        URL source = type.getProtectionDomain().getCodeSource().getLocation();
        if (source.getProtocol().equals("file")) {
            return local(source);
        }
        return copy(source, type.getSimpleName());
    }

    private static Path local(URL source) throws IOException {
        try {
            return Path.of(source.toURI());
        } catch (URISyntaxException odd) {
            throw new IOException(odd);
        }
    }

    /**
     * Takes a nested jar out; its address looks like {@code
     * jar:nested:/app.jar/!BOOT-INF/lib/one.jar!/}.
     */
    private static Path copy(URL source, String name) throws IOException {
        String address = source.toString();
        String inner = address.startsWith("jar:") ? address.substring("jar:".length()) : address;
        String jar = inner.endsWith("!/") ? inner.substring(0, inner.length() - 2) : inner;
        Path folder = Files.createTempDirectory("mentoring-reader");
        folder.toFile().deleteOnExit();
        Path copy = folder.resolve(name + ".jar");
        try (InputStream in = URI.create(jar).toURL().openStream()) {
            Files.copy(in, copy);
        }
        copy.toFile().deleteOnExit();
        return copy;
    }
}
