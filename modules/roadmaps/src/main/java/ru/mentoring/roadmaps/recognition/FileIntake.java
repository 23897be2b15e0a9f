package ru.mentoring.roadmaps.recognition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.Refusal.Reason;
import ru.mentoring.roadmaps.recognition.paper.Paper;
import ru.mentoring.roadmaps.recognition.paper.WordReader;
import ru.mentoring.shared.files.ArchiveFault;
import ru.mentoring.shared.files.ArchiveGate;
import ru.mentoring.shared.files.ArchiveLimits;
import ru.mentoring.shared.files.ArchiveVerdict;
import ru.mentoring.shared.files.FileContent;

/** Takes a file in: looks at name, size and content, and opens what may be opened. */
final class FileIntake {

    private static final long MB = 1024L * 1024;
    private static final long LONGEST_TEXT_FILE = 2 * MB;

    /** Nearly half of all letters of any Russian text; in a wrong encoding they are others. */
    private static final String FREQUENT = "оеаинтОЕАИНТ";

    private final ArchiveGate gate = ArchiveGate.forWord();
    private final WordReader reader;

    FileIntake(WordReader reader) {
        this.reader = reader;
    }

    /** What was taken. */
    sealed interface Taken {

        record Word(Paper paper) implements Taken {}

        record Text(String text) implements Taken {}

        record Refused(Refusal refusal) implements Taken {}
    }

    Taken take(Path file, String fileName) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            return refused(Reason.EMPTY_FILE);
        }
        if (size > ArchiveLimits.OFFICE.fileBytes()) {
            return refused(Reason.FILE_TOO_LARGE, ArchiveLimits.OFFICE.fileBytes() / MB);
        }
        return switch (ending(fileName)) {
            case "docx" -> takeWord(file);
            case "txt" -> takeText(file, size);
            case "docm", "dotm" -> refused(Reason.MACROS);
            case "doc", "dot" ->
                    FileContent.of(file) == FileContent.ZIP ? takeWord(file) : notWord(file);
            case "pdf" -> refused(Reason.PDF);
            case "xlsx", "xls", "xlsm", "ods", "csv" -> refused(Reason.SPREADSHEET);
            case "rtf", "odt", "pages", "dotx" -> refused(Reason.OTHER_WRITER);
            default -> refused(Reason.WRONG_TYPE);
        };
    }

    private static String ending(String fileName) {
        String name = fileName.strip().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private Taken takeWord(Path file) throws IOException {
        if (FileContent.of(file) != FileContent.ZIP) {
            return notWord(file);
        }
        return switch (gate.examine(file)) {
            case ArchiveVerdict.Barred(ArchiveFault fault, _) -> barred(fault);
            case ArchiveVerdict.Passed _ -> open(file);
        };
    }

    private Taken open(Path file) {
        return switch (reader.read(file)) {
            case WordReader.Reading.Read(Paper paper) -> new Taken.Word(paper);
            case WordReader.Reading.Failed(WordReader.Failure failure) ->
                    refused(
                            switch (failure) {
                                case DAMAGED -> Reason.DAMAGED;
                                case DOCTYPE -> Reason.XML_DOCTYPE;
                                case TOO_COMPLEX -> Reason.TOO_COMPLEX;
                                case TOOK_TOO_LONG -> Reason.TOOK_TOO_LONG;
                                case BUSY -> Reason.BUSY;
                                case READER_DIED -> Reason.READER_DIED;
                            });
        };
    }

    private static Taken notWord(Path file) throws IOException {
        return refused(
                switch (FileContent.of(file)) {
                    case OLE -> Reason.OLD_WORD;
                    case LOCKED_OFFICE -> Reason.LOCKED;
                    case PDF -> Reason.PDF;
                    case RTF -> Reason.OTHER_WRITER;
                    case EMPTY -> Reason.EMPTY_FILE;
                    case ZIP, OTHER -> Reason.NOT_WORD_INSIDE;
                });
    }

    private static Taken barred(ArchiveFault fault) {
        ArchiveLimits limits = ArchiveLimits.OFFICE;
        return switch (fault) {
            case EMPTY -> refused(Reason.EMPTY_FILE);
            case FILE_TOO_LARGE -> refused(Reason.FILE_TOO_LARGE, limits.fileBytes() / MB);
            case NOT_AN_ARCHIVE, OTHER_KIND -> refused(Reason.NOT_WORD_INSIDE);
            case DAMAGED -> refused(Reason.DAMAGED);
            case ENCRYPTED -> refused(Reason.LOCKED);
            case TOO_MANY_PARTS -> refused(Reason.TOO_MANY_PARTS, limits.parts());
            case PART_TOO_LARGE -> refused(Reason.PART_TOO_LARGE);
            case TOTAL_TOO_LARGE -> refused(Reason.UNPACKS_TOO_LARGE, limits.totalBytes() / MB);
            case RATIO_TOO_HIGH -> refused(Reason.UNPACKS_SUSPICIOUSLY);
            case OVERLAPPING_PARTS -> refused(Reason.OVERLAPPING_PARTS);
            case REPEATED_PART -> refused(Reason.REPEATED_PART);
            case UNSAFE_NAME -> refused(Reason.UNSAFE_PART_NAME);
            case MACROS -> refused(Reason.MACROS);
            case EMBEDDED_OBJECT -> refused(Reason.EMBEDDED_OBJECT);
            case FOREIGN_CONTENT -> refused(Reason.FOREIGN_CONTENT);
            case REMOTE_TEMPLATE -> refused(Reason.REMOTE_TEMPLATE);
            case EXTERNAL_LINK -> refused(Reason.EXTERNAL_LINK);
            case XML_DOCTYPE -> refused(Reason.XML_DOCTYPE);
        };
    }

    private static Taken takeText(Path file, long size) throws IOException {
        if (FileContent.of(file) != FileContent.OTHER) {
            return refused(Reason.WRONG_TYPE);
        }
        if (size > LONGEST_TEXT_FILE) {
            return refused(Reason.TEXT_TOO_LONG, RoadmapRecognition.LONGEST_TEXT);
        }
        String text = decode(Files.readAllBytes(file));
        return text == null ? refused(Reason.UNKNOWN_ENCODING) : new Taken.Text(text);
    }

    /**
     * By its mark, else UTF-8 if it is valid, else Windows-1251 if that gives Russian; null if it
     * is no text.
     */
    private static @Nullable String decode(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE
                || bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return plain(strictly(bytes, StandardCharsets.UTF_16));
        }
        String unicode = strictly(bytes, StandardCharsets.UTF_8);
        if (unicode != null) {
            return plain(unicode.startsWith("\uFEFF") ? unicode.substring(1) : unicode);
        }
        String windows = plain(strictly(bytes, Charset.forName("windows-1251")));
        return windows != null && isRussian(windows) ? windows : null;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static @Nullable String plain(@Nullable String text) {
        boolean binary =
                text == null
                        || text.chars()
                                .anyMatch(c ->
                                        c < ' ' && c != '\n' && c != '\r' && c != '\t'
                                                && c != '\f');
        return binary ? null : text;
    }

    private static boolean isRussian(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        long russian = text.chars().filter(c -> c >= 'А' && c <= 'я').count();
        long frequent = text.chars().filter(c -> FREQUENT.indexOf(c) >= 0).count();
        return letters > 0 && russian * 10 >= letters * 6 && frequent * 10 >= russian * 3;
    }

    private static Taken refused(Reason reason, long... numbers) {
        return new Taken.Refused(
                new Refusal(reason, Arrays.stream(numbers).mapToObj(Long::toString).toList()));
    }
}
