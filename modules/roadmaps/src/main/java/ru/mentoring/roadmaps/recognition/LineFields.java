package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineReader;

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
    private static final List<String> SEPARATORS =
            List.of("\\s+[–—-]\\s+", "\\s*[|;]\\s*", "\\s*,\\s+");
    private static final List<String> JOINERS = List.of(" – ", "; ", ", ");
    private static final int LONGEST_RUN = 3;

    private LineFields() {}

    /** Returns the lines by column; only the activity if nothing else is told apart. */
    static Map<Column, List<String>> of(List<String> lines) {
        Map<Column, List<String>> labelled = byLabels(lines);
        if (labelled.size() > 1) {
            return labelled;
        }
        String first = lines.getFirst();
        for (int i = 0; i < SEPARATORS.size(); i++) {
            Map<Column, List<String>> pieces = byPieces(first, SEPARATORS.get(i), JOINERS.get(i));
            if (pieces.size() > 1) {
                lines.subList(1, lines.size())
                        .forEach(line -> addTo(pieces, Column.ACTIVITY, line));
                return pieces;
            }
        }
        Matcher brackets = Pattern.compile("(?s)(.*\\S)\\s*\\(([^()]+)\\)[.;\\s]*").matcher(first);
        if (brackets.matches()) {
            Map<Column, List<String>> pieces =
                    byPieces(
                            brackets.group(1) + ", " + brackets.group(2).replace(';', ','),
                            "\\s*,\\s+",
                            ", ");
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
        return unpointed(text.strip().replaceAll("\\($", ""));
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
                column == Column.ACTIVITY ? trimmed.replaceAll("[;,]$", "") : unpointed(trimmed);
        if (!clean.isEmpty()) {
            fields.computeIfAbsent(column, none -> new ArrayList<>()).add(clean.strip());
        }
    }

    /** Takes the full stop off the end, but not the one of initials. */
    private static String unpointed(String text) {
        String bare = text.replaceAll("[;,\\s]+$", "").replaceAll("\\.{2,}$", ".");
        return bare.matches("(?s).*\\p{Lu}\\.") ? bare : bare.replaceAll("\\.+$", "");
    }

    /**
     * Finds the piece that is a deadline; before it stands the activity, behind it who and what.
     */
    private static Map<Column, List<String>> byPieces(
            String text, String separator, String joiner) {
        String[] pieces = text.split(separator);
        for (int from = 1; from < pieces.length; from++) {
            int length = run(pieces, from, joiner);
            if (length > 0) {
                String deadline = String.join(joiner, List.of(pieces).subList(from, from + length));
                return fields(pieces, from, length, deadline, joiner);
            }
        }
        return Map.of();
    }

    /** How many pieces from here are one deadline, cut at its own dash or comma; 0 if none. */
    private static int run(String[] pieces, int from, String joiner) {
        if (!isClearDeadline(pieces[from])) {
            return 0;
        }
        String run = pieces[from];
        int length = 1;
        while (length < LONGEST_RUN && from + length < pieces.length) {
            String next = pieces[from + length];
            if (!isClearDeadline(next) || !isClearDeadline(run + joiner + next)) {
                break;
            }
            run = run + joiner + next;
            length++;
        }
        return length;
    }

    private static boolean isClearDeadline(String text) {
        if (text.matches("\\d{1,3}\\.?")) {
            return false;
        }
        return switch (DeadlineReader.read(text)) {
            case Deadline.Unspecified _ -> false;
            case Deadline.Unclear(Deadline.Question question, _) ->
                    question != Deadline.Question.NOT_UNDERSTOOD
                            && question != Deadline.Question.SEVERAL;
            default -> true;
        };
    }

    private static Map<Column, List<String>> fields(
            String[] pieces, int from, int length, String deadline, String joiner) {
        var fields = new EnumMap<Column, List<String>>(Column.class);
        fields.put(Column.ACTIVITY, List.of(String.join(joiner, List.of(pieces).subList(0, from))));
        fields.put(Column.DEADLINE, List.of(deadline.replaceAll("[.;,]+$", "")));
        var who = new ArrayList<String>();
        var result = new ArrayList<String>();
        for (int i = from + length; i < pieces.length; i++) {
            boolean isWho =
                    result.isEmpty()
                            && Roles.isWho(pieces[i])
                            && (who.isEmpty() || joiner.equals(", "));
            (isWho ? who : result).add(unpointed(pieces[i]));
        }
        if (!who.isEmpty()) {
            fields.put(Column.RESPONSIBLE, List.of(String.join(", ", who)));
        }
        if (!result.isEmpty()) {
            fields.put(Column.RESULT, List.of(String.join(joiner, result)));
        }
        // The activity keeps its place in a list that may be added to.
        fields.replaceAll((column, lines) -> new ArrayList<>(lines));
        return fields;
    }
}
