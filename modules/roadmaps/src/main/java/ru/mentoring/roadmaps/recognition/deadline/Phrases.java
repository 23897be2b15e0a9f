package ru.mentoring.roadmaps.recognition.deadline;

import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Extent;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Question;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Unclear;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.WholePeriod;

/** Knows the set phrases that name no date: whole periods, other plans, the term of a programme. */
final class Phrases {

    private static final Pattern PROGRAMME =
            Pattern.compile(
                    "(по|согласно|в соответствии со?|в|на|в течени[еи]|на протяжении) "
                            + "(весь |всего )?(срок|период|врем)[а-я]* (реализации|действия|выполнения) [а-я ]*программ[а-я ]*");
    private static final Pattern OTHER_PLAN =
            Pattern.compile(
                    "((по|согласно|в соответствии со?|на основании|исходя из|с учетом) .*"
                            + "(план|график|расписани|программ|приказ|положени|договор|соглашени|согласовани|заяв|запрос"
                            + "|мере|необходимост|требовани|итог|результат|циклограмм|регламент|календар|распоряжени|решени"
                            + "|отдельн).*"
                            + "|(при|в случае) (необходимост|поступлени|наличи|обращени).*"
                            + "|в сроки,? (установленн|определенн|указанн|утвержденн|предусмотренн).*"
                            + "|(отдельный |утвержденный )?(план|график)[а-я-]*)");
    private static final Pattern WHOLE =
            Pattern.compile(
                    "((в течени[еи]|на протяжении|за)? ?(весь|всего|все) (отчетн[а-я]+ |планов[а-я]+ )?(период|срок)[а-я]*"
                            + "|(в течени[еи]|на протяжении) (периода|срока))( [а-я -]+)?");
    private static final Pattern ALWAYS =
            Pattern.compile("(постоянно|систематически|регулярно|непрерывно|на постоянной основе)");
    private static final Pattern YEAR =
            Pattern.compile(
                    "((в течени[еи]|на протяжении) )?(всего |весь |целого )?(?<kind>учебн[а-я]+ |календарн[а-я]+ )?год[а]?");
    private static final Pattern END_OF_YEAR =
            Pattern.compile("(до|к|не позднее) конц[ау] (?<kind>учебного |календарного )?года");
    private static final Pattern START_OF_SCHOOL_YEAR =
            Pattern.compile("(до|к) начал[ау] (нового )?учебного года");
    private static final Pattern HALF =
            Pattern.compile(
                    "(в |во )?(?<half>1|2|i|ii|перво[ем]|второ[ем]|первом|втором)(-?[еом]+)? полугоди[еи]");

    private Phrases() {}

    /** Returns the meaning of a set phrase without dates in it, null if it is none. */
    static @Nullable Deadline read(String text, String verbatim) {
        if (PROGRAMME.matcher(text).matches()) {
            return new Deadline.ProgrammeTerm();
        }
        if (WHOLE.matcher(text).matches() || ALWAYS.matcher(text).matches()) {
            return new WholePeriod(Extent.PERIOD);
        }
        if (OTHER_PLAN.matcher(text).matches()) {
            return new Deadline.ExternalPlan(verbatim);
        }
        return readYear(text);
    }

    private static @Nullable Deadline readYear(String text) {
        var year = YEAR.matcher(text);
        if (year.matches()) {
            String kind = year.group("kind");
            return new WholePeriod(
                    kind == null
                            ? Extent.YEAR
                            : kind.startsWith("уч") ? Extent.SCHOOL_YEAR : Extent.CALENDAR_YEAR);
        }
        var end = END_OF_YEAR.matcher(text);
        if (end.matches()) {
            return endOfYear(end.group("kind"));
        }
        if (START_OF_SCHOOL_YEAR.matcher(text).matches()) {
            return new Deadline.SeasonByDay(MonthDay.of(9, 1), false);
        }
        var half = HALF.matcher(text);
        if (half.matches()) {
            return half(
                    List.of("1", "i").contains(half.group("half"))
                            || half.group("half").startsWith("перв"));
        }
        return null;
    }

    private static Deadline endOfYear(@Nullable String kind) {
        var december = new Deadline.SeasonByDay(MonthDay.of(12, 31), false);
        var may = new Deadline.SeasonByDay(MonthDay.of(5, 31), false);
        var august = new Deadline.SeasonByDay(MonthDay.of(8, 31), false);
        if (kind == null) {
            return new Unclear(Question.IMPRECISE, List.of(december, may, august));
        }
        return kind.startsWith("уч")
                ? new Unclear(Question.IMPRECISE, List.of(may, august))
                : december;
    }

    private static Deadline half(boolean first) {
        var school =
                first
                        ? new Deadline.SeasonMonths(Month.SEPTEMBER, Month.DECEMBER, false)
                        : new Deadline.SeasonMonths(Month.JANUARY, Month.MAY, false);
        var calendar =
                first
                        ? new Deadline.SeasonMonths(Month.JANUARY, Month.JUNE, false)
                        : new Deadline.SeasonMonths(Month.JULY, Month.DECEMBER, false);
        return new Unclear(Question.HALF_OF_WHICH_YEAR, List.of(school, calendar));
    }
}
