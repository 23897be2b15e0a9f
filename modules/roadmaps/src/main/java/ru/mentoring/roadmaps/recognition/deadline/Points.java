package ru.mentoring.roadmaps.recognition.deadline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.deadline.Token.Comma;
import ru.mentoring.roadmaps.recognition.deadline.Token.Dash;
import ru.mentoring.roadmaps.recognition.deadline.Token.Date;
import ru.mentoring.roadmaps.recognition.deadline.Token.DayMonth;
import ru.mentoring.roadmaps.recognition.deadline.Token.MonthName;
import ru.mentoring.roadmaps.recognition.deadline.Token.MonthYear;
import ru.mentoring.roadmaps.recognition.deadline.Token.Slash;
import ru.mentoring.roadmaps.recognition.deadline.Token.Year;

/** Reads points in time one after another, with what joins them. */
final class Points {

    private static final String YEAR_WORD = "г|гг|год|года|году|годы|годов|годах|годам|годом";
    private static final String SCHOOL_WORD = "уч|учебн[а-я]*";

    private final Tokens tokens;
    private final List<Point> points = new ArrayList<>();

    /** True where a range leads from the point before to this one. */
    private final List<Boolean> ranges = new ArrayList<>();

    private Points(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Points joined by commas and dashes. */
    record Chain(List<Point> points, List<Boolean> ranges) {

        boolean isList() {
            return !ranges.contains(true);
        }

        boolean isOneRange() {
            return points.size() == 2 && ranges.getFirst();
        }
    }

    /** Reads as many points as there are; null if what stands there is none. */
    static @Nullable Chain read(Tokens tokens) {
        var reading = new Points(tokens);
        return reading.readAll() ? new Chain(reading.completed(), reading.ranges) : null;
    }

    private boolean readAll() {
        boolean from = tokens.takeWord("с|со");
        if (!readOne()) {
            return false;
        }
        while (!tokens.atEnd()) {
            int mark = tokens.mark();
            boolean range = tokens.take(Dash.class) || (from && tokens.takeWord("по|до"));
            boolean list = !range && tokens.take(Comma.class);
            if (!range && !list) {
                return true;
            }
            tokens.takeWord("в|во");
            int size = points.size();
            ranges.add(range);
            if (!readOne()) {
                ranges.remove(size - 1);
                tokens.back(mark);
                return true;
            }
        }
        return true;
    }

    private boolean readOne() {
        return readQuarter() || readPartOfMonth() || readPlain();
    }

    private boolean readPlain() {
        Token first = tokens.ahead(0);
        if (first instanceof Date(int day, int month, int year)) {
            return add(1, Point.of(day, month, year));
        }
        if (first instanceof MonthYear(int month, int year)) {
            return add(1, Point.of(0, month, year));
        }
        if (first instanceof DayMonth(int day, int month)) {
            tokens.advance(1);
            return addWithYear(day, month);
        }
        if (first instanceof MonthName(var month)) {
            tokens.advance(1);
            return addWithYear(0, month.getValue());
        }
        if (first instanceof Token.Number(int day) && day >= 1 && day <= 31) {
            if (tokens.ahead(1) instanceof MonthName(var month)) {
                tokens.advance(2);
                return addWithYear(day, month.getValue());
            }
            boolean goesOn =
                    tokens.isAhead(1, Dash.class)
                            || tokens.isAhead(1, Comma.class)
                            || tokens.isWord(1, "по|до");
            return goesOn && add(1, Point.of(day, 0, 0));
        }
        Point year = readYear();
        return year != null && add(0, year);
    }

    private boolean add(int steps, Point point) {
        tokens.advance(steps);
        // A date written in numbers may still be followed by the word for "year".
        tokens.takeWord(YEAR_WORD);
        points.add(point);
        return true;
    }

    private boolean addWithYear(int day, int month) {
        Point year = readYear();
        points.add(
                year == null
                        ? Point.of(day, month, 0)
                        : new Point(day, month, year.year(), year.schoolYear(), false));
        return true;
    }

    /** One year, or two that make a school year. */
    private @Nullable Point readYear() {
        if (!(tokens.ahead(0) instanceof Year(int year))) {
            return null;
        }
        boolean joined = tokens.isAhead(1, Dash.class) || tokens.isAhead(1, Slash.class);
        boolean next =
                (tokens.ahead(2) instanceof Year(int second) && second == year + 1)
                        || (tokens.ahead(2) instanceof Token.Number(int end)
                                && end == (year + 1) % 100);
        if (joined && next && (tokens.isWord(3, SCHOOL_WORD) || tokens.isAhead(1, Slash.class))) {
            tokens.advance(3);
            takeYearWords();
            return new Point(0, 0, year, true, false);
        }
        tokens.advance(1);
        boolean school = takeYearWords();
        return new Point(0, 0, year, school, false);
    }

    private boolean takeYearWords() {
        boolean school = tokens.takeWord(SCHOOL_WORD);
        tokens.takeWord("календарн[а-я]*");
        tokens.takeWord(YEAR_WORD);
        return school;
    }

    /** One quarter or a run of them, as the range of its months. */
    private boolean readQuarter() {
        if (!(tokens.ahead(0) instanceof Token.Number(int first)) || first < 1 || first > 4) {
            return false;
        }
        int last = first;
        int steps = 1;
        if (tokens.isAhead(1, Dash.class)
                && tokens.ahead(2) instanceof Token.Number(int second)
                && second > first
                && second <= 4) {
            last = second;
            steps = 3;
        }
        if (!tokens.isWord(steps, "кв|квартал[а-я]*")) {
            return false;
        }
        tokens.advance(steps + 1);
        addRange(Point.of(0, first * 3 - 2, 0), Point.of(0, last * 3, 0));
        return true;
    }

    /** A third or a half of a month, as the range of its days. */
    private boolean readPartOfMonth() {
        if (!(tokens.ahead(0) instanceof Token.Number(int which))
                || !(tokens.ahead(2) instanceof MonthName(var month))) {
            return false;
        }
        int end = month.maxLength();
        int[] days =
                tokens.isWord(1, "декад[а-я]*") && which <= 3
                        ? new int[] {which * 10 - 9, which == 3 ? end : which * 10}
                        : tokens.isWord(1, "половин[а-я]*") && which <= 2
                                ? new int[] {which * 15 - 14, which == 2 ? end : 15}
                                : new int[0];
        if (days.length == 0) {
            return false;
        }
        tokens.advance(3);
        addRange(Point.of(days[0], month.getValue(), 0), Point.of(days[1], month.getValue(), 0));
        return true;
    }

    private void addRange(Point from, Point to) {
        Point year = readYear();
        points.add(year == null ? from : from.withYearOf(year));
        ranges.add(true);
        points.add(year == null ? to : to.withYearOf(year));
    }

    /** Gives each point the month and the year that are written once, behind the last of them. */
    private List<Point> completed() {
        for (int i = points.size() - 2; i >= 0; i--) {
            Point point = points.get(i);
            Point next = points.get(i + 1);
            if (point.hasDay() && !point.hasMonth()) {
                points.set(i, point.withMonthOf(next));
            } else if (point.hasMonth() && !point.hasYear() && next.hasYear()) {
                points.set(i, point.withYearOf(next));
            }
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).hasMonth()
                    && !points.get(i).hasYear()
                    && points.get(i - 1).hasYear()) {
                points.set(i, points.get(i).withYearOf(points.get(i - 1)));
            }
        }
        return List.copyOf(points);
    }
}
