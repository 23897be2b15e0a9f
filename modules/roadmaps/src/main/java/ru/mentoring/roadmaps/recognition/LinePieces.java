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
 * A line whose pieces are told apart by what they are: the piece that is a deadline shows which is
 * which.
 */
final class LinePieces {

    private static final int LONGEST_RUN = 3;

    private final String text;
    private final List<Integer> starts = new ArrayList<>(List.of(0));
    private final List<Integer> ends = new ArrayList<>();

    private LinePieces(String text, Pattern separator) {
        this.text = text;
        Matcher gap = separator.matcher(text);
        while (gap.find()) {
            ends.add(gap.start());
            starts.add(gap.end());
        }
        ends.add(text.length());
    }

    /** Returns activity, deadline, who and result; nothing if no piece is a deadline. */
    static Map<Column, List<String>> of(String text, Pattern separator) {
        var pieces = new LinePieces(text, separator);
        for (int from = 1; from < pieces.size(); from++) {
            int length = pieces.run(from);
            if (length > 0) {
                return pieces.fields(from, from + length);
            }
        }
        return Map.of();
    }

    /** Takes the full stop off the end, but not the one of initials or of a shortened word. */
    static String unpointed(String text) {
        String bare = text.replaceAll("[;,\\s]+$", "").replaceAll("\\.{2,}$", ".");
        boolean shortened = bare.matches("(?s).*(?:\\p{Lu}|[\\s\\d]гг?)\\.");
        return shortened ? bare : bare.replaceAll("\\.+$", "");
    }

    private int size() {
        return starts.size();
    }

    /** The text of some pieces together, as it stands. */
    private String text(int from, int to) {
        return text.substring(starts.get(from), ends.get(to - 1)).strip();
    }

    /** How many pieces from here are one deadline, cut at its own dash or comma; 0 if none. */
    private int run(int from) {
        if (!isClearDeadline(text(from, from + 1))) {
            return 0;
        }
        int to = from + 1;
        while (to - from < LONGEST_RUN
                && to < size()
                && isClearDeadline(text(to, to + 1))
                && isClearDeadline(text(from, to + 1))) {
            to++;
        }
        return to - from;
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

    private Map<Column, List<String>> fields(int from, int to) {
        var fields = new EnumMap<Column, List<String>>(Column.class);
        put(fields, Column.ACTIVITY, text(0, from));
        put(fields, Column.DEADLINE, text(from, to));
        int who = to;
        while (who < size()
                && Roles.isWho(text(who, who + 1))
                && (who == to || isCommaBefore(who))) {
            who++;
        }
        if (who > to) {
            put(fields, Column.RESPONSIBLE, text(to, who));
        }
        if (who < size()) {
            put(fields, Column.RESULT, text(who, size()));
        }
        return fields;
    }

    private boolean isCommaBefore(int piece) {
        return text.substring(ends.get(piece - 1), starts.get(piece)).strip().equals(",");
    }

    private static void put(Map<Column, List<String>> fields, Column column, String text) {
        fields.put(column, new ArrayList<>(List.of(unpointed(text))));
    }
}
