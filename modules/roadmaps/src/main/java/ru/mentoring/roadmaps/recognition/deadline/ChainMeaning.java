package ru.mentoring.roadmaps.recognition.deadline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Question;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Unclear;
import ru.mentoring.roadmaps.recognition.deadline.Points.Chain;

/** Says what points in time mean together. */
final class ChainMeaning {

    private final boolean yearly;

    ChainMeaning(boolean yearly) {
        this.yearly = yearly;
    }

    /** Within or on the points. */
    @Nullable Deadline of(Chain chain) {
        if (!chain.points().stream().allMatch(Point::exists)) {
            return new Unclear(Question.NO_SUCH_DATE, List.of());
        }
        if (chain.points().size() == 1) {
            return single(chain.points().getFirst());
        }
        if (chain.isOneRange()) {
            return range(chain.points().getFirst(), chain.points().getLast());
        }
        return chain.isList() ? list(chain.points()) : mixed(chain);
    }

    /** By the point; several points are several deadlines. */
    @Nullable Deadline until(Chain chain) {
        if (!chain.points().stream().allMatch(Point::exists)) {
            return new Unclear(Question.NO_SUCH_DATE, List.of());
        }
        if (!chain.isList()) {
            return null;
        }
        List<Deadline> each = chain.points().stream().map(this::until).toList();
        return each.size() == 1 ? each.getFirst() : new Unclear(Question.SEVERAL, each);
    }

    /** By the end of the month, year or quarter that is named. */
    @Nullable Deadline untilEndOf(Chain chain) {
        Point last = chain.points().getLast();
        boolean one = chain.points().size() == 1 || chain.isOneRange();
        if (!one || !last.exists() || last.hasDay()) {
            return null;
        }
        return last.hasMonth()
                ? byEnd(last)
                : byEnd(
                        Point.of(
                                0,
                                last.schoolYear() ? 8 : 12,
                                last.year() + (last.schoolYear() ? 1 : 0)));
    }

    private Deadline byEnd(Point month) {
        return month.hasYear() && !yearly
                ? new Deadline.ByDate(month.last())
                : new Deadline.SeasonByDay(month.lastMonthDay(), yearly);
    }

    private Deadline until(Point point) {
        if (point.hasDay()) {
            return point.hasYear() && !yearly
                    ? new Deadline.ByDate(point.date())
                    : new Deadline.SeasonByDay(point.monthDay(), yearly);
        }
        if (!point.hasMonth()) {
            Point end = Point.of(0, 12, point.year());
            return new Unclear(
                    Question.END_INCLUDED, List.of(byEnd(end.plusYears(-1)), byEnd(end)));
        }
        Point before =
                point.month() == 1
                        ? new Point(0, 12, Math.max(point.year() - 1, 0), false, false)
                        : Point.of(0, point.month() - 1, point.year());
        return new Unclear(Question.END_INCLUDED, List.of(byEnd(before), byEnd(point)));
    }

    private Deadline single(Point point) {
        boolean dated = point.hasYear() && !(yearly && point.hasMonth());
        if (point.hasDay()) {
            return dated
                    ? new Deadline.OnDate(point.date())
                    : new Deadline.SeasonOnDay(point.monthDay(), yearly);
        }
        if (point.hasMonth()) {
            return dated
                    ? new Deadline.InMonth(point.yearMonth())
                    : new Deadline.SeasonMonths(point.monthOfYear(), point.monthOfYear(), yearly);
        }
        Span year =
                point.schoolYear()
                        ? Span.schoolYear(point.year())
                        : Span.calendarYear(point.year());
        return new Deadline.DateRange(year.from(), year.to());
    }

    private @Nullable Deadline range(Point from, Point to) {
        if (!from.hasMonth() || !to.hasMonth()) {
            return from.hasMonth() || to.hasMonth() ? null : years(from, to);
        }
        if (!from.hasYear() || !to.hasYear() || yearly) {
            return season(from, to);
        }
        if (!to.last().isBefore(from.first())) {
            return dated(from, to);
        }
        if (from.month() == to.month()) {
            return new Unclear(Question.ENDS_BEFORE_START, List.of(dated(to, from)));
        }
        if (from.inherited() || to.inherited()) {
            return new Unclear(
                    Question.CROSSES_NEW_YEAR,
                    List.of(dated(from, to.plusYears(1)), dated(from.plusYears(-1), to)));
        }
        return new Unclear(Question.ENDS_BEFORE_START, List.of(dated(to, from)));
    }

    private static @Nullable Deadline years(Point from, Point to) {
        if (!from.hasYear() || !to.hasYear() || to.year() < from.year()) {
            return null;
        }
        return new Deadline.DateRange(
                Span.calendarYear(from.year()).from(), Span.calendarYear(to.year()).to());
    }

    private static Deadline dated(Point from, Point to) {
        return from.hasDay() || to.hasDay()
                ? new Deadline.DateRange(from.first(), to.last())
                : new Deadline.MonthRange(from.yearMonth(), to.yearMonth());
    }

    private Deadline season(Point from, Point to) {
        if (!from.hasDay() && !to.hasDay()) {
            return new Deadline.SeasonMonths(from.monthOfYear(), to.monthOfYear(), yearly);
        }
        var days = new Deadline.SeasonDays(from.firstMonthDay(), to.lastMonthDay(), yearly);
        return from.month() == to.month() && days.to().isBefore(days.from())
                ? new Unclear(
                        Question.ENDS_BEFORE_START,
                        List.of(new Deadline.SeasonDays(days.to(), days.from(), yearly)))
                : days;
    }

    private Deadline list(List<Point> points) {
        if (points.stream().allMatch(point -> point.hasMonth() && !point.hasDay())) {
            boolean dated = points.stream().allMatch(Point::hasYear) && !yearly;
            return dated
                    ? months(points)
                    : new Deadline.SeasonMonthList(
                            points.stream().map(Point::monthOfYear).toList(), yearly);
        }
        return new Unclear(Question.SEVERAL, points.stream().map(this::single).toList());
    }

    private static Deadline months(List<Point> points) {
        var rising = new ArrayList<>(points);
        for (int i = points.size() - 2; i >= 0; i--) {
            Point next = rising.get(i + 1);
            boolean falls = rising.get(i).inherited() && rising.get(i).last().isAfter(next.last());
            rising.set(i, falls ? rising.get(i).plusYears(-1) : rising.get(i));
        }
        var asWritten = new Deadline.MonthList(points.stream().map(Point::yearMonth).toList());
        return rising.equals(points)
                ? asWritten
                : new Unclear(
                        Question.CROSSES_NEW_YEAR,
                        List.of(
                                new Deadline.MonthList(
                                        rising.stream().map(Point::yearMonth).toList()),
                                asWritten));
    }

    /** Ranges and single points side by side: each one is a deadline of its own. */
    private Deadline mixed(Chain chain) {
        var each = new ArrayList<Deadline>();
        for (int i = 0; i < chain.points().size(); i++) {
            boolean range = i < chain.ranges().size() && chain.ranges().get(i);
            Deadline one =
                    range
                            ? range(chain.points().get(i), chain.points().get(i + 1))
                            : single(chain.points().get(i));
            if (one != null) {
                each.add(one);
            }
            i += range ? 1 : 0;
        }
        return new Unclear(Question.SEVERAL, each);
    }
}
