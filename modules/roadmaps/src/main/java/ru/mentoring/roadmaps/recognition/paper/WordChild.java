package ru.mentoring.roadmaps.recognition.paper;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import ru.mentoring.shared.files.SafeXml;

/**
 * The process that reads one Word document and dies. It gets the file's path, writes the paper to
 * standard output and says by its exit code how it went; its heap is small, so the worst that a
 * document can do is to end it.
 */
public final class WordChild {

    static final int READ = 0;
    static final int DAMAGED = 10;
    static final int DOCTYPE = 11;
    static final int TOO_COMPLEX = 12;

    private WordChild() {}

    /** Called by the operating system, never by the platform's own code. */
    public static void main(String[] arguments) {
        System.exit(read(Path.of(arguments[0])));
    }

    private static int read(Path file) {
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            PaperStream.write(WordFile.read(file), out);
            return READ;
        } catch (SafeXml.ForbiddenDoctype forbidden) {
            return DOCTYPE;
        } catch (TooComplex tooComplex) {
            return TOO_COMPLEX;
        } catch (XMLStreamException | IOException | IllegalArgumentException broken) {
            return DAMAGED;
        }
    }
}
