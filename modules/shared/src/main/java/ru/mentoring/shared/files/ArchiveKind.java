package ru.mentoring.shared.files;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of document must hold and must not.
 *
 * @param mainPart the name (lower case) of the entry without which it is another kind
 * @param mainPartBytes the limit of that entry, unpacked
 * @param bannedParts pieces of entry names (lower case) and the fault each one is
 * @param bannedRelations last words of relationship types and the fault each one is
 * @param bannedTargets the same for relationships that are harmless until they point to another
 *     computer
 */
public record ArchiveKind(
        Pattern mainPart,
        long mainPartBytes,
        Map<String, ArchiveFault> bannedParts,
        Map<String, ArchiveFault> bannedRelations,
        Map<String, ArchiveFault> bannedTargets) {

    private static final long MB = 1024L * 1024;

    /** A Word document (DOCX): text only; ten megabytes of text are a thousand pages. */
    public static final ArchiveKind WORD =
            new ArchiveKind(
                    Pattern.compile("word/document\\d*\\.xml"),
                    10 * MB,
                    Map.of(
                            "vbaproject", ArchiveFault.MACROS,
                            "vbadata", ArchiveFault.MACROS,
                            "/embeddings/", ArchiveFault.EMBEDDED_OBJECT,
                            "oleobject", ArchiveFault.EMBEDDED_OBJECT,
                            "/activex/", ArchiveFault.EMBEDDED_OBJECT),
                    Map.of(
                            "vbaProject", ArchiveFault.MACROS,
                            "aFChunk", ArchiveFault.FOREIGN_CONTENT,
                            "oleObject", ArchiveFault.EMBEDDED_OBJECT,
                            "package", ArchiveFault.EMBEDDED_OBJECT,
                            "control", ArchiveFault.EMBEDDED_OBJECT,
                            "subDocument", ArchiveFault.EXTERNAL_LINK,
                            "frame", ArchiveFault.EXTERNAL_LINK),
                    Map.of("attachedTemplate", ArchiveFault.REMOTE_TEMPLATE));

    /** A workbook (XLSX). */
    public static final ArchiveKind WORKBOOK =
            new ArchiveKind(
                    Pattern.compile("xl/workbook\\d*\\.xml"),
                    10 * MB,
                    Map.of(
                            "vbaproject", ArchiveFault.MACROS,
                            "macrosheets/", ArchiveFault.MACROS,
                            "/embeddings/", ArchiveFault.EMBEDDED_OBJECT,
                            "oleobject", ArchiveFault.EMBEDDED_OBJECT,
                            "/activex/", ArchiveFault.EMBEDDED_OBJECT,
                            "externallinks/", ArchiveFault.EXTERNAL_LINK,
                            "connections.xml", ArchiveFault.EXTERNAL_LINK),
                    Map.of(
                            "vbaProject", ArchiveFault.MACROS,
                            "oleObject", ArchiveFault.EMBEDDED_OBJECT,
                            "package", ArchiveFault.EMBEDDED_OBJECT,
                            "externalLink", ArchiveFault.EXTERNAL_LINK,
                            "externalLinkPath", ArchiveFault.EXTERNAL_LINK,
                            "connections", ArchiveFault.EXTERNAL_LINK),
                    Map.of());

    public ArchiveKind {
        bannedParts = Map.copyOf(bannedParts);
        bannedRelations = Map.copyOf(bannedRelations);
        bannedTargets = Map.copyOf(bannedTargets);
    }

    boolean isMainPart(String name) {
        return mainPart.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    @Nullable ArchiveFault faultOfPart(String name) {
        String lower = "/" + name.toLowerCase(Locale.ROOT);
        return bannedParts.entrySet().stream()
                .filter(ban -> lower.contains(ban.getKey()))
                .map(Map.Entry::getValue)
                .min(ArchiveFault::compareTo)
                .orElse(null);
    }

    @Nullable ArchiveFault faultOfRelation(String type, String target) {
        String word = type.substring(type.lastIndexOf('/') + 1);
        ArchiveFault always = bannedRelations.get(word);
        if (always != null) {
            return always;
        }
        return pointsElsewhere(target) ? bannedTargets.get(word) : null;
    }

    /**
     * Word notes the template a document was made from as a path on the author's own disk; nobody
     * can be harmed by that, and half of all schools' papers have one.
     */
    private static boolean pointsElsewhere(String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        boolean drive = lower.matches("(file:/{0,3})?[a-z]:[/\\\\].*");
        boolean local = lower.startsWith("file:///");
        boolean share =
                lower.startsWith("\\\\") || lower.startsWith("//") || lower.startsWith("file:////");
        boolean scheme = lower.matches("[a-z][a-z0-9+.-]+:.*");
        return share || (scheme && !drive && !local);
    }
}
