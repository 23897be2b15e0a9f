package ru.mentoring.roadmaps.domain;

import java.util.ArrayList;
import java.util.List;

/** A run of words that two wordings share, or that only one of them has. */
public record Piece(Kind kind, String text) {

    /** Which of the two wordings has it. */
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /** Longer texts are compared as a whole: nobody could follow a difference word by word. */
    private static final int MOST_WORDS = 400;

    /**
     * Returns how the second text came from the first, word by word; spaces stay with their word.
     */
    public static List<Piece> between(String before, String after) {
        if (before.equals(after)) {
            return after.isEmpty() ? List.of() : List.of(new Piece(Kind.SAME, after));
        }
        var old = words(before);
        var now = words(after);
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS || before.isBlank()) {
            return whole(before, after);
        }
        return walk(old, now, longestCommon(old, now));
    }

    private static List<Piece> whole(String before, String after) {
        var pieces = new ArrayList<Piece>();
        add(pieces, Kind.GONE, before);
        add(pieces, Kind.NEW, after);
        return pieces;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\s)(?=\\S)"));
    }

    /** Length of the longest common sequence from each pair of places on. */
    private static int[][] longestCommon(List<String> old, List<String> now) {
        var length = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                length[i][j] =
                        same(old.get(i), now.get(j))
                                ? length[i + 1][j + 1] + 1
                                : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    private static List<Piece> walk(List<String> old, List<String> now, int[][] length) {
        var pieces = new ArrayList<Piece>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && same(old.get(i), now.get(j))) {
                add(pieces, Kind.SAME, now.get(j));
                i++;
                j++;
            } else if (j == now.size()
                    || (i < old.size() && length[i + 1][j] >= length[i][j + 1])) {
                add(pieces, Kind.GONE, old.get(i));
                i++;
            } else {
                add(pieces, Kind.NEW, now.get(j));
                j++;
            }
        }
        return pieces;
    }

    private static boolean same(String one, String other) {
        return one.strip().equals(other.strip());
    }

    private static void add(List<Piece> pieces, Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            var last = pieces.removeLast();
            pieces.add(new Piece(kind, last.text() + text));
            return;
        }
        pieces.add(new Piece(kind, text));
    }
}
