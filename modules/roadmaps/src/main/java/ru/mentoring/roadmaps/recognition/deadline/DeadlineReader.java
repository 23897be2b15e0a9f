package ru.mentoring.roadmaps.recognition.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Question;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Unclear;
import ru.mentoring.roadmaps.recognition.deadline.Points.Chain;

/** Reads what stands in the column of deadlines. */
public final class DeadlineReader {

    private static final int LONGEST = 300;
    private static final String YEARLY =
            "(?:^|[\\s,;-]+)(?:ежегодно|каждый год|каждого года|каждом году)(?:$|[\\s,;.-]+)";

    private DeadlineReader() {}

    /** Returns what the text means. Never fails: what is not understood is {@link Unclear}. */
    public static Deadline read(String verbatim) {
        String text = Words.alike(verbatim).replaceAll("[\\s.,;:]+$", "").strip();
        if (text.isEmpty() || text.matches("[-\\s]+")) {
            return new Deadline.Unspecified();
        }
        if (text.length() > LONGEST) {
            return new Unclear(Question.NOT_UNDERSTOOD, List.of());
        }
        String reference = verbatim.strip().replaceAll("\\s+", " ");
        Deadline whole = readWhole(text.replaceAll("\\s+", " "), reference);
        return whole != null ? whole : readEach(text);
    }

    /** Several deadlines in one cell; each must be one, or nothing is claimed. */
    private static Deadline readEach(String text) {
        for (String separator : List.of("\n", ";", ",", " и ")) {
            var each = new ArrayList<Deadline>();
            String[] parts = text.split(separator);
            for (int i = 0; parts.length > 1 && i < parts.length && each.size() == i; i++) {
                String one = parts[i].replaceAll("\\s+", " ").strip();
                Deadline deadline = one.isEmpty() ? null : readWhole(one, one);
                if (deadline != null && !(deadline instanceof Unclear)) {
                    each.add(deadline);
                }
            }
            if (each.size() > 1 && each.size() == parts.length) {
                return new Unclear(Question.SEVERAL, each);
            }
        }
        return new Unclear(Question.NOT_UNDERSTOOD, List.of());
    }

    private static @Nullable Deadline readWhole(String text, String reference) {
        String once = text.replaceAll(YEARLY, " ").strip();
        boolean yearly = !once.equals(text);
        if (yearly && !once.isEmpty()) {
            return readTime(once, true);
        }
        if (!namesTime(text)) {
            Deadline phrase = Phrases.read(text, reference);
            if (phrase != null) {
                return phrase;
            }
        }
        Deadline again = Repetition.find(text, rest -> readWhole(rest, rest));
        return again != null ? again : readTime(text, false);
    }

    /** Dates and months decide by themselves; a year alone may belong to the name of a plan. */
    private static boolean namesTime(String text) {
        return new Tokens(Token.cut(text))
                .anyIs(token ->
                        token instanceof Token.Date
                                || token instanceof Token.DayMonth
                                || token instanceof Token.MonthYear
                                || token instanceof Token.MonthName);
    }

    private static @Nullable Deadline readTime(String text, boolean yearly) {
        var tokens = new Tokens(Token.cut(text));
        var meaning = new ChainMeaning(yearly);
        tokens.takeWords("срок[а-я]*");
        if (takeUntil(tokens)) {
            boolean end = tokens.takeWord("конца|концу|окончания|окончанию");
            return complete(
                    tokens, chain -> end ? meaning.untilEndOf(chain) : meaning.until(chain));
        }
        if (tokens.isWord(0, "начал[оаеу]|середин[аеуы]|кон(ец|ца|це|цу)")
                || tokens.isWord(1, "начале|середине|конце")) {
            return readVague(tokens);
        }
        if (tokens.takeWord("с|со")) {
            tokens.advance(-1);
            return complete(tokens, chain -> since(chain, meaning));
        }
        if (!tokens.takeWords("в", "течени[еи]") && !tokens.takeWords("на", "протяжении")) {
            tokens.takeWord("в|во|за|на");
        }
        return complete(tokens, meaning::of);
    }

    private static boolean takeUntil(Tokens tokens) {
        return tokens.takeWord("до|к|ко|по")
                || tokens.takeWords("не", "поздн[а-я]+|позже")
                || tokens.takeWords("в", "срок", "до")
                || tokens.takeWords("в", "срок", "не", "поздн[а-я]+");
    }

    private interface Meaning {
        @Nullable Deadline of(Chain chain);
    }

    /** Nothing may be left over: half an expression understood is one misunderstood. */
    private static @Nullable Deadline complete(Tokens tokens, Meaning meaning) {
        Chain chain = Points.read(tokens);
        tokens.takeWord("включительно");
        return chain != null && tokens.atEnd() ? meaning.of(chain) : null;
    }

    private static @Nullable Deadline since(Chain chain, ChainMeaning meaning) {
        Deadline deadline = meaning.of(chain);
        boolean open =
                chain.points().size() == 1 && deadline != null && !(deadline instanceof Unclear);
        return open ? new Unclear(Question.NO_END, List.of(deadline)) : deadline;
    }

    private static @Nullable Deadline readVague(Tokens tokens) {
        tokens.takeWord("в|во");
        int third = tokens.isWord(0, "начал.*") ? 0 : tokens.isWord(0, "середин.*") ? 1 : 2;
        tokens.advance(1);
        Chain chain = Points.read(tokens);
        if (chain == null || !tokens.atEnd() || chain.points().size() != 1) {
            return null;
        }
        Point point = chain.points().getFirst();
        if (point.hasDay() || !point.hasMonth() || !point.exists()) {
            return null;
        }
        return new Unclear(Question.IMPRECISE, vague(point, third));
    }

    private static List<Deadline> vague(Point point, int third) {
        if (!point.hasYear()) {
            Month month = point.monthOfYear();
            return List.of(new Deadline.SeasonMonths(month, month, false));
        }
        YearMonth month = point.yearMonth();
        LocalDate from = month.atDay(third * 10 + 1);
        LocalDate to = third == 2 ? month.atEndOfMonth() : month.atDay(third * 10 + 10);
        return List.of(new Deadline.DateRange(from, to), new Deadline.InMonth(month));
    }
}
