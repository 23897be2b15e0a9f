package ru.mentoring.roadmaps.recognition.deadline;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One piece of a deadline's text. */
sealed interface Token {

    /** A full date by numbers; the day may not exist. */
    record Date(int day, int month, int year) implements Token {}

    /** Day and month by numbers. */
    record DayMonth(int day, int month) implements Token {}

    /** Month and year by numbers. */
    record MonthYear(int month, int year) implements Token {}

    record Year(int year) implements Token {}

    record Number(int value) implements Token {}

    record MonthName(Month month) implements Token {}

    record Word(String text) implements Token {}

    record Dash() implements Token {}

    record Slash() implements Token {}

    record Comma() implements Token {}

    /** A sign that has no meaning here. */
    record Other(String text) implements Token {}

    Pattern PIECE =
            Pattern.compile(
                    "(?<date>(?<d>\\d{1,2})[./](?<m>\\d{1,2})[./](?<y>\\d{4}|\\d{2})(?!\\d))"
                            + "|(?<my>(?<mym>\\d{1,2})\\.(?<myy>\\d{4})(?!\\d))"
                            + "|(?<dm>(?<dmd>\\d{1,2})\\.(?<dmm>\\d{2})(?!\\d))"
                            + "|(?<year>(?:19|20)\\d{2})(?!\\d)"
                            + "|(?<number>\\d{1,3})(?!\\d)(?:-?(?:го|й|ый|ая|ой|ое|е|я|х|му)(?![а-я]))?"
                            + "|(?<roman>[ivxх]{1,4})(?![а-яa-z])"
                            + "|(?<word>[а-яa-z]+)"
                            + "|(?<dash>-+)|(?<slash>/)|(?<comma>[,;])"
                            + "|(?<skip>[\\s.:]+)"
                            + "|(?<other>.)",
                    Pattern.DOTALL);

    Map<String, Integer> ROMAN = Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4);
    Pattern ORDINAL =
            Pattern.compile(
                    "(?<stem>перв|втор|трет|четверт)(?:ый|ая|ой|ое|ого|ую|ом|ем|ий|ья|ье|ьего|ьем|ью|ьей)");
    List<String> ORDINALS = List.of("перв", "втор", "трет", "четверт");

    /** Cuts a text whose letters have been made alike. */
    static List<Token> cut(String text) {
        var tokens = new ArrayList<Token>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            if (piece.group("skip") == null) {
                tokens.add(token(piece));
            }
        }
        return tokens;
    }

    private static Token token(Matcher piece) {
        if (piece.group("date") != null) {
            int year = number(piece, "y");
            return new Date(
                    number(piece, "d"), number(piece, "m"), year < 100 ? 2000 + year : year);
        }
        if (piece.group("my") != null) {
            return new MonthYear(number(piece, "mym"), number(piece, "myy"));
        }
        if (piece.group("dm") != null) {
            return new DayMonth(number(piece, "dmd"), number(piece, "dmm"));
        }
        if (piece.group("year") != null) {
            return new Year(number(piece, "year"));
        }
        if (piece.group("number") != null) {
            return new Number(number(piece, "number"));
        }
        if (piece.group("roman") != null && ROMAN.containsKey(piece.group("roman"))) {
            return new Number(ROMAN.get(piece.group("roman")));
        }
        if (piece.group("roman") != null || piece.group("word") != null) {
            return word(piece.group());
        }
        if (piece.group("dash") != null) {
            return new Dash();
        }
        if (piece.group("slash") != null) {
            return new Slash();
        }
        return piece.group("comma") != null ? new Comma() : new Other(piece.group());
    }

    private static Token word(String text) {
        Month month = Words.month(text);
        if (month != null) {
            return new MonthName(month);
        }
        if (text.equals("и")) {
            return new Comma();
        }
        Matcher ordinal = ORDINAL.matcher(text);
        return ordinal.matches()
                ? new Number(ORDINALS.indexOf(ordinal.group("stem")) + 1)
                : new Word(text);
    }

    private static int number(Matcher piece, String group) {
        return Integer.parseInt(piece.group(group));
    }
}
