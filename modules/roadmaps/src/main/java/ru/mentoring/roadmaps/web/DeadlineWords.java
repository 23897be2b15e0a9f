package ru.mentoring.roadmaps.web;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import ru.mentoring.roadmaps.domain.DeadlineAnswer;
import ru.mentoring.roadmaps.domain.Wording;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Extent;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineNotation;
import ru.mentoring.shared.pages.Option;
import ru.mentoring.shared.pages.Plurals;

/** Says in the reader's language how a deadline is understood. */
final class DeadlineWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter SEASON_DAY = DateTimeFormatter.ofPattern("dd.MM");

    private final MessageSource messages;
    private final Locale locale;

    DeadlineWords(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** What is to be asked about a deadline, and the answers to choose from. */
    record Asked(String text, List<Option> answers) {}

    /** Returns how the deadline is understood. */
    public String of(Deadline deadline) {
        return switch (deadline) {
            case Deadline.OnDate(LocalDate day) -> DAY.format(day);
            case Deadline.ByDate(LocalDate day) -> text("by", DAY.format(day));
            case Deadline.DateRange(LocalDate from, LocalDate to) ->
                    text("from-to", DAY.format(from), DAY.format(to));
            case Deadline.InMonth(YearMonth month) -> month(month);
            case Deadline.MonthRange(YearMonth from, YearMonth to) ->
                    text("months", month(from), month(to));
            case Deadline.MonthList(List<YearMonth> months) ->
                    months.stream().map(this::month).collect(Collectors.joining(", "));
            case Deadline.SeasonOnDay(MonthDay day, boolean yearly) ->
                    yearly(SEASON_DAY.format(day), yearly);
            case Deadline.SeasonByDay(MonthDay day, boolean yearly) ->
                    yearly(text("by", SEASON_DAY.format(day)), yearly);
            case Deadline.SeasonDays(MonthDay from, MonthDay to, boolean yearly) ->
                    yearly(text("from-to", SEASON_DAY.format(from), SEASON_DAY.format(to)), yearly);
            case Deadline.SeasonMonths(Month from, Month to, boolean yearly) ->
                    yearly(
                            from == to ? month(from) : text("months", month(from), month(to)),
                            yearly);
            case Deadline.SeasonMonthList(List<Month> months, boolean yearly) ->
                    yearly(
                            months.stream().map(this::month).collect(Collectors.joining(", ")),
                            yearly);
            case Deadline.Recurring recurring -> recurring(recurring);
            case Deadline.WholePeriod(Extent extent) -> text("whole." + extent);
            case Deadline.ProgrammeTerm _ -> text("programme");
            case Deadline.ExternalPlan _ -> text("plan");
            case Deadline.Unspecified _ -> text("none");
            case Deadline.Unclear _ -> text("unclear");
        };
    }

    /**
     * Says whether the page has to show how a row's deadline is understood, because its words alone
     * do not tell a date, or may be read in another way.
     */
    public boolean tells(Wording row) {
        return switch (row.deadline()) {
            case Deadline.OnDate _, Deadline.ByDate _, Deadline.InMonth _, Deadline.MonthList _ ->
                    false;
            case Deadline.DateRange(LocalDate from, LocalDate to) -> from.getYear() != to.getYear();
            case Deadline.MonthRange(YearMonth from, YearMonth to) ->
                    from.getYear() != to.getYear();
            case Deadline.SeasonOnDay _,
                    Deadline.SeasonByDay _,
                    Deadline.SeasonDays _,
                    Deadline.SeasonMonths _,
                    Deadline.SeasonMonthList _,
                    Deadline.Recurring _,
                    Deadline.WholePeriod _,
                    Deadline.ProgrammeTerm _,
                    Deadline.ExternalPlan _,
                    Deadline.Unspecified _,
                    Deadline.Unclear _ ->
                    true;
        };
    }

    /** Returns what to ask about a deadline that is not clear. */
    public Asked ask(Deadline.Unclear unclear) {
        var answers = new ArrayList<Option>();
        unclear.readings()
                .forEach(reading ->
                        answers.add(new Option(DeadlineNotation.write(reading), of(reading))));
        answers.add(new Option(DeadlineAnswer.PLAN, text("answer.plan")));
        return new Asked(text("question." + unclear.question()), answers);
    }

    private String recurring(Deadline.Recurring recurring) {
        var rhythm = recurring.rhythm();
        var often =
                recurring.times() == 1
                        ? text("every." + rhythm)
                        : new Plurals(messages, locale)
                                .of(
                                        "roadmaps.deadline.times",
                                        recurring.times(),
                                        text("in." + rhythm));
        var within = recurring.within();
        return within == null ? often : text("within", often, of(within));
    }

    private String yearly(String what, boolean yearly) {
        return yearly ? text("yearly", what) : what;
    }

    private String month(YearMonth month) {
        return month(month.getMonth()) + " " + month.getYear();
    }

    private String month(Month month) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("roadmaps.deadline." + key, arguments, locale);
    }
}
