package ru.mentoring.roadmaps.recognition.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Extent;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Question;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Rhythm;

/**
 * Writes a deadline as one line of words and dates and reads it back, for a form field or a column
 * of a table: {@code by 2026-10-15}, {@code season-months SEPTEMBER DECEMBER yearly}.
 */
public final class DeadlineNotation {

    private DeadlineNotation() {}

    /** Returns the line. */
    public static String write(Deadline deadline) {
        return switch (deadline) {
            case Deadline.OnDate(LocalDate day) -> "on " + day;
            case Deadline.ByDate(LocalDate day) -> "by " + day;
            case Deadline.DateRange(LocalDate from, LocalDate to) -> "days " + from + " " + to;
            case Deadline.InMonth(YearMonth month) -> "month " + month;
            case Deadline.MonthRange(YearMonth from, YearMonth to) -> "months " + from + " " + to;
            case Deadline.MonthList(List<YearMonth> months) -> "month-list " + join(months);
            case Deadline.SeasonOnDay(MonthDay day, boolean yearly) ->
                    "season-on " + day + often(yearly);
            case Deadline.SeasonByDay(MonthDay day, boolean yearly) ->
                    "season-by " + day + often(yearly);
            case Deadline.SeasonDays(MonthDay from, MonthDay to, boolean yearly) ->
                    "season-days " + from + " " + to + often(yearly);
            case Deadline.SeasonMonths(Month from, Month to, boolean yearly) ->
                    "season-months " + from + " " + to + often(yearly);
            case Deadline.SeasonMonthList(List<Month> months, boolean yearly) ->
                    "season-month-list " + join(months) + often(yearly);
            case Deadline.Recurring(Rhythm rhythm, int times, @Nullable Deadline within) ->
                    "every "
                            + rhythm
                            + " "
                            + times
                            + (within == null ? "" : " " + quote(write(within)));
            case Deadline.WholePeriod(Extent extent) -> "whole " + extent;
            case Deadline.ProgrammeTerm _ -> "programme";
            case Deadline.ExternalPlan(String reference) -> "plan " + quote(reference);
            case Deadline.Unspecified _ -> "none";
            case Deadline.Unclear(Question question, List<Deadline> readings) ->
                    "unclear "
                            + question
                            + readings.stream()
                                    .map(reading -> " " + quote(write(reading)))
                                    .collect(Collectors.joining());
        };
    }

    /**
     * Reads a line that {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    public static Deadline read(String line) {
        try {
            String[] words = line.split(" ");
            return read(words[0], words);
        } catch (RuntimeException odd) {
            throw new IllegalArgumentException("Not a deadline: " + line, odd);
        }
    }

    private static Deadline read(String kind, String[] words) {
        return switch (kind) {
            case "on" -> new Deadline.OnDate(LocalDate.parse(words[1]));
            case "by" -> new Deadline.ByDate(LocalDate.parse(words[1]));
            case "days" -> {
                var span = new Span(LocalDate.parse(words[1]), LocalDate.parse(words[2]));
                yield new Deadline.DateRange(span.from(), span.to());
            }
            case "month" -> new Deadline.InMonth(YearMonth.parse(words[1]));
            case "months" -> {
                var span = Span.months(YearMonth.parse(words[1]), YearMonth.parse(words[2]));
                yield new Deadline.MonthRange(
                        YearMonth.from(span.from()), YearMonth.from(span.to()));
            }
            case "month-list" ->
                    new Deadline.MonthList(split(words[1]).map(YearMonth::parse).toList());
            case "every" ->
                    new Deadline.Recurring(
                            Rhythm.valueOf(words[1]),
                            Integer.parseInt(words[2]),
                            words.length > 3 ? read(unquote(words[3])) : null);
            case "whole" -> new Deadline.WholePeriod(Extent.valueOf(words[1]));
            case "programme" -> new Deadline.ProgrammeTerm();
            case "plan" -> new Deadline.ExternalPlan(words.length > 1 ? unquote(words[1]) : "");
            case "none" -> new Deadline.Unspecified();
            case "unclear" ->
                    new Deadline.Unclear(
                            Question.valueOf(words[1]),
                            Arrays.stream(words).skip(2).map(word -> read(unquote(word))).toList());
            default -> readSeason(kind, words, words[words.length - 1].equals("yearly"));
        };
    }

    private static Deadline readSeason(String kind, String[] words, boolean yearly) {
        return switch (kind) {
            case "season-on" -> new Deadline.SeasonOnDay(MonthDay.parse(words[1]), yearly);
            case "season-by" -> new Deadline.SeasonByDay(MonthDay.parse(words[1]), yearly);
            case "season-days" ->
                    new Deadline.SeasonDays(
                            MonthDay.parse(words[1]), MonthDay.parse(words[2]), yearly);
            case "season-months" ->
                    new Deadline.SeasonMonths(
                            Month.valueOf(words[1]), Month.valueOf(words[2]), yearly);
            case "season-month-list" ->
                    new Deadline.SeasonMonthList(
                            split(words[1]).map(Month::valueOf).toList(), yearly);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String often(boolean yearly) {
        return yearly ? " yearly" : " once";
    }

    private static String join(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    private static Stream<String> split(String list) {
        return Arrays.stream(list.split(","));
    }

    /** Words are told apart by spaces, so a text in one word has none. */
    private static String quote(String text) {
        return text.replace("%", "%25").replace(" ", "%20").replace("\n", "%0A");
    }

    private static String unquote(String text) {
        return text.replace("%0A", "\n").replace("%20", " ").replace("%25", "%");
    }
}
