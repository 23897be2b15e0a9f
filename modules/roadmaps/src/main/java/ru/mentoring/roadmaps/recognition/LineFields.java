package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a roadmap's item apart that is written as running text: by labels, or by what its pieces
 * are.
 */
final class LineFields {

    private static final Pattern LABEL =
            Pattern.compile(
                    "(?iu)(?:^|(?<=[.;,(\\n])\\s*|(?<=\\s))(?<label>сроки?(?: (?:реализации|исполнения|выполнения|проведения))?"
                            + "|дата(?: проведения)?|ответственн[а-я]+(?: исполнител[а-я]+| лиц[а-я]+)?|исполнител[а-я]+"
                            + "|(?:ожидаемый |планируемый )?результат[а-я]*|(?:вид )?документ[а-я]*|показател[а-я]*(?: эффективности)?)\\s*[:–—]\\s*");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s+");
    private static final List<Pattern> SEPARATORS =
            List.of(Pattern.compile("\\s+[–—-]\\s+"), Pattern.compile("\\s*[|;]\\s*"), COMMA);
    private static final Pattern BRACKETS =
            Pattern.compile("(?s)(.*\\S)\\s*\\(([^()]+)\\)[.;\\s]*");

    private LineFields() {}

    /** Returns the lines by column; only the activity if nothing else is told apart. */
    static Map<Column, List<String>> of(List<String> lines) {
        Map<Column, List<String>> labelled = byLabels(lines);
        if (labelled.size() > 1) {
            return labelled;
        }
        String first = lines.getFirst();
        for (int i = 0; i < SEPARATORS.size(); i++) {
            Map<Column, List<String>> pieces = LinePieces.of(first, SEPARATORS.get(i));
            if (pieces.size() > 1) {
                lines.subList(1, lines.size())
                        .forEach(line -> addTo(pieces, Column.ACTIVITY, line));
                return pieces;
            }
        }
        Matcher brackets = BRACKETS.matcher(first);
        if (brackets.matches()) {
            Map<Column, List<String>> pieces =
                    LinePieces.of(
                            brackets.group(1) + ", " + brackets.group(2).replace(';', ','), COMMA);
            boolean atSeam =
                    pieces.size() > 1
                            && pieces.getOrDefault(Column.ACTIVITY, List.of())
                                    .equals(List.of(brackets.group(1)));
            if (atSeam) {
                return pieces;
            }
        }
        var only = new EnumMap<Column, List<String>>(Column.class);
        only.put(Column.ACTIVITY, List.copyOf(lines));
        return only;
    }

    private static Map<Column, List<String>> byLabels(List<String> lines) {
        var fields = new EnumMap<Column, List<String>>(Column.class);
        Column column = Column.ACTIVITY;
        for (String line : lines) {
            Matcher label = LABEL.matcher(line);
            int from = 0;
            while (label.find()) {
                addTo(fields, column, beforeLabel(line.substring(from, label.start())));
                column = columnOf(Lines.lower(label.group("label")));
                from = label.end();
            }
            addTo(fields, column, line.substring(from));
        }
        return fields.containsKey(Column.ACTIVITY) ? fields : Map.of();
    }

    private static String beforeLabel(String text) {
        return LinePieces.unpointed(text.strip().replaceAll("\\($", ""));
    }

    private static Column columnOf(String label) {
        if (label.startsWith("срок") || label.startsWith("дата")) {
            return Column.DEADLINE;
        }
        if (label.startsWith("ответств") || label.startsWith("исполн")) {
            return Column.RESPONSIBLE;
        }
        return label.startsWith("показат") ? Column.INDICATOR : Column.RESULT;
    }

    private static void addTo(Map<Column, List<String>> fields, Column column, String text) {
        String trimmed = text.strip();
        String clean =
                column == Column.ACTIVITY
                        ? trimmed.replaceAll("[;,]$", "")
                        : LinePieces.unpointed(trimmed);
        if (!clean.isEmpty()) {
            fields.computeIfAbsent(column, none -> new ArrayList<>()).add(clean.strip());
        }
    }
}
