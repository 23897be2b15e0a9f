package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell that says more than one thing: a list after introducing words, or several activities.
 *
 * @param lead the words before the list, empty if it begins at once
 * @param points the single points without their markers, as long as they are numbered with their
 *     numbers apart
 */
record ContentList(String lead, List<Point> points) {

    private static final Pattern MARKER =
            Pattern.compile(
                    "^(?:[-–—•·▪●*✓]\\s*|(?<number>\\(?\\d{1,2}[.)]|\\(?[а-я]\\))\\s*)(?=[\\p{L}«\"“(\\d])");
    private static final Pattern INLINE_DASH = Pattern.compile("(?<=[:;,.])\\s+[-–—•·▪●]\\s+");
    private static final Pattern INLINE_NUMBER =
            Pattern.compile("(?<=[:;,.])\\s+(?=(?:\\d{1,2}\\)|\\d{1,2}\\.(?!\\d))\\s*[\\p{L}«\"])");

    ContentList {
        points = List.copyOf(points);
    }

    /**
     * One point.
     *
     * @param number its number as written, empty if it has a dash or nothing
     */
    record Point(String number, String text) {}

    boolean isList() {
        return points.size() > 1;
    }

    /** Returns the list in the lines of a cell; if there is none, everything is the lead. */
    static ContentList of(List<String> lines) {
        List<String> pieces = pieces(lines);
        var lead = new ArrayList<String>();
        var points = new ArrayList<Point>();
        boolean marked = pieces.stream().anyMatch(piece -> MARKER.matcher(piece).find());
        for (String piece : pieces) {
            Matcher marker = MARKER.matcher(piece);
            if (marker.find()) {
                String number = marker.group("number");
                points.add(new Point(number == null ? "" : number, piece.substring(marker.end())));
            } else if (marked && points.isEmpty()) {
                lead.add(piece);
            } else if (marked && Lines.readsOn(piece)) {
                Point last = points.removeLast();
                points.add(new Point(last.number(), last.text() + " " + piece));
            } else if (points.isEmpty() && piece.endsWith(":")) {
                lead.add(piece);
            } else {
                points.add(new Point("", piece));
            }
        }
        if (points.size() < 2) {
            return new ContentList(String.join(" ", pieces), List.of());
        }
        return new ContentList(String.join(" ", lead), points);
    }

    private static List<String> pieces(List<String> lines) {
        var pieces = new ArrayList<String>();
        for (String line : Lines.joinWrapped(lines)) {
            boolean dashes =
                    INLINE_DASH.splitAsStream(line).count() > 2
                            || (line.contains(": ") && INLINE_DASH.matcher(line).find());
            String[] parts = dashes ? INLINE_DASH.split(line) : new String[] {line};
            for (int i = 0; i < parts.length; i++) {
                String part = dashes && i > 0 ? "- " + parts[i] : parts[i];
                boolean numbers =
                        part.matches(
                                ".*(?:^|[:;,.]\\s+)1[.)]\\s*[\\p{L}«\"].*[;,.]\\s+2[.)]\\s*[\\p{L}«\"].*");
                pieces.addAll(numbers ? List.of(INLINE_NUMBER.split(part)) : List.of(part));
            }
        }
        return pieces;
    }
}
