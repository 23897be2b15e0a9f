package ru.mentoring.roadmaps.recognition.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Invents deadlines and says them as different people would. */
public final class DeadlineSpeech {

    private static final List<String> NAMES =
            List.of(
                    "январь",
                    "февраль",
                    "март",
                    "апрель",
                    "май",
                    "июнь",
                    "июль",
                    "август",
                    "сентябрь",
                    "октябрь",
                    "ноябрь",
                    "декабрь");
    private static final List<String> OF_NAMES =
            List.of(
                    "января",
                    "февраля",
                    "марта",
                    "апреля",
                    "мая",
                    "июня",
                    "июля",
                    "августа",
                    "сентября",
                    "октября",
                    "ноября",
                    "декабря");
    private static final DateTimeFormatter NUMBERS = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd.MM");

    private final Random random;

    public DeadlineSpeech(Random random) {
        this.random = random;
    }

    /** Invents one whose meaning is clear. */
    public Deadline invent() {
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1400));
        LocalDate later = day.plusDays(1 + random.nextInt(200));
        YearMonth month = YearMonth.from(day);
        boolean yearly = random.nextBoolean();
        Month one = Month.of(1 + random.nextInt(12));
        Month other = one.plus(1 + random.nextInt(11));
        return switch (random.nextInt(17)) {
            case 0 -> new Deadline.OnDate(day);
            case 1, 2, 3 -> new Deadline.ByDate(day);
            case 4 -> new Deadline.DateRange(day, later);
            case 5 -> new Deadline.InMonth(month);
            case 6 -> new Deadline.MonthRange(month, month.plusMonths(1 + random.nextInt(11)));
            case 7 ->
                    new Deadline.MonthList(List.of(month, month.plusMonths(1 + random.nextInt(6))));
            case 8 -> new Deadline.SeasonOnDay(MonthDay.from(day), yearly);
            case 9 -> new Deadline.SeasonByDay(MonthDay.from(day), yearly);
            case 10 -> new Deadline.SeasonMonths(one, yearly ? one : other, yearly);
            case 11 -> new Deadline.SeasonMonthList(List.of(one, other), yearly);
            case 12 ->
                    new Deadline.Recurring(
                            Deadline.Rhythm.values()[random.nextInt(5)],
                            1 + random.nextInt(3),
                            null);
            case 13 -> new Deadline.WholePeriod(Deadline.Extent.values()[random.nextInt(4)]);
            case 14 -> new Deadline.ProgrammeTerm();
            case 15 -> new Deadline.SeasonDays(MonthDay.from(day), MonthDay.from(later), yearly);
            default ->
                    new Deadline.ExternalPlan(
                            any("по отдельному плану", "согласно графику центра"));
        };
    }

    /** Says it in one of several ways. */
    public String say(Deadline deadline) {
        String text =
                switch (deadline) {
                    case Deadline.OnDate(LocalDate day) -> say(day);
                    case Deadline.ByDate(LocalDate day) -> until() + say(day);
                    case Deadline.DateRange(LocalDate from, LocalDate to) ->
                            any("с " + say(from) + " по " + say(to), say(from) + dash() + say(to));
                    case Deadline.InMonth(YearMonth month) -> say(month);
                    case Deadline.MonthRange(YearMonth from, YearMonth to) ->
                            from.getYear() == to.getYear()
                                    ? name(from.getMonth()) + dash() + say(to)
                                    : say(from) + dash() + say(to);
                    case Deadline.MonthList(List<YearMonth> months) ->
                            months.getFirst().getYear() == months.getLast().getYear()
                                    ? name(months.getFirst().getMonth())
                                            + comma()
                                            + say(months.getLast())
                                    : say(months.getFirst()) + comma() + say(months.getLast());
                    case Deadline.SeasonOnDay(MonthDay day, boolean yearly) ->
                            often(say(day), yearly);
                    case Deadline.SeasonByDay(MonthDay day, boolean yearly) ->
                            often(until() + say(day), yearly);
                    case Deadline.SeasonDays(MonthDay from, MonthDay to, boolean yearly) ->
                            often(
                                    any(
                                            "с " + say(from) + " по " + say(to),
                                            say(from) + dash() + say(to)),
                                    yearly);
                    case Deadline.SeasonMonths(Month from, Month to, boolean yearly) ->
                            often(from == to ? name(from) : name(from) + dash() + name(to), yearly);
                    case Deadline.SeasonMonthList(List<Month> months, boolean yearly) ->
                            often(
                                    months.stream()
                                            .map(DeadlineSpeech::name)
                                            .collect(Collectors.joining(comma())),
                                    yearly);
                    case Deadline.Recurring recurring -> say(recurring);
                    case Deadline.WholePeriod(Deadline.Extent extent) -> say(extent);
                    case Deadline.ProgrammeTerm _ ->
                            any(
                                    "в течение срока реализации программы",
                                    "в соответствии со сроками реализации программ наставничества");
                    case Deadline.ExternalPlan(String reference) -> reference;
                    case Deadline.Unspecified _ -> any("", "–");
                    case Deadline.Unclear _ ->
                            throw new IllegalArgumentException("Nobody says that");
                };
        boolean verbatim = deadline instanceof Deadline.ExternalPlan || text.isEmpty();
        return verbatim ? text : dress(text);
    }

    /** What typing and copying add to a text without changing its meaning. */
    private String dress(String text) {
        return switch (random.nextInt(6)) {
            case 0 -> Character.toUpperCase(text.charAt(0)) + text.substring(1);
            case 1 -> text.replace(' ', '\u00a0');
            case 2 -> text + ".";
            case 3 -> " " + text.replace(" ", "  ") + " ";
            default -> text;
        };
    }

    private String say(Deadline.Recurring recurring) {
        String stretch =
                switch (recurring.rhythm()) {
                    case WEEK -> "неделю";
                    case MONTH -> "месяц";
                    case QUARTER -> "квартал";
                    case HALF_YEAR -> any("полугодие", "полгода");
                    case YEAR -> "год";
                };
        return recurring.times() == 1
                ? any("1 раз в ", "раз в ", "один раз в ", "не реже 1 раза в ") + stretch
                : any("", "не реже ") + recurring.times() + " раза в " + stretch;
    }

    private String say(Deadline.Extent extent) {
        return switch (extent) {
            case PERIOD -> any("весь период", "в течение всего периода", "постоянно");
            case SCHOOL_YEAR -> any("в течение учебного года", "весь учебный год");
            case CALENDAR_YEAR -> "в течение календарного года";
            case YEAR -> any("в течение года", "весь год");
        };
    }

    private String say(LocalDate day) {
        return any(
                NUMBERS.format(day),
                NUMBERS.format(day) + " г.",
                day.getDayOfMonth()
                        + " "
                        + ofName(day.getMonth())
                        + " "
                        + day.getYear()
                        + any("", " года"),
                "%02d %s %d г."
                        .formatted(day.getDayOfMonth(), ofName(day.getMonth()), day.getYear()));
    }

    private String say(MonthDay day) {
        return any(
                SHORT.format(day),
                day.getDayOfMonth() + " " + ofName(day.getMonth()),
                day.getDayOfMonth() + "-го " + ofName(day.getMonth()));
    }

    private String say(YearMonth month) {
        return name(month.getMonth()) + " " + month.getYear() + any("", " года", " г.", "года");
    }

    private String often(String text, boolean yearly) {
        return yearly ? any("ежегодно, ", "ежегодно ") + text : text;
    }

    private String until() {
        return any("до ", "не позднее ", "в срок до ");
    }

    private String dash() {
        return any(" – ", "-", "- ", " -", " — ");
    }

    private String comma() {
        return any(", ", " и ", ",");
    }

    private static String name(Month month) {
        return NAMES.get(month.getValue() - 1);
    }

    private static String ofName(Month month) {
        return OF_NAMES.get(month.getValue() - 1);
    }

    private String any(String... ways) {
        return ways[random.nextInt(ways.length)];
    }
}
