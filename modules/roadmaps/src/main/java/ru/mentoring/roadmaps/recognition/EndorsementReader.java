package ru.mentoring.roadmaps.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.PaperWalk.PreambleLine;

/** Reads who approves and who agrees a paper. */
final class EndorsementReader {

    private static final Pattern APPROVED =
            Pattern.compile(
                    "(?iu)[«\"*\\s]*(утверждаю|утвержд[её]н[аоы]?)(?![а-я])[»\"*]?[\\s:.]*(.*)",
                    Pattern.DOTALL);
    private static final Pattern AGREED =
            Pattern.compile(
                    "(?iu)[«\"*\\s]*(согласован[оаы]?|согласовываю)(?![а-я])[»\"*]?[\\s:.]*(.*)",
                    Pattern.DOTALL);
    private static final Pattern BY_ORDER =
            Pattern.compile(
                    "(?iu)приложение[\\s\\d№]*к\\s+(?<kind>приказ|распоряжени|постановлени)[а-я]*\\s*(?<who>.*?)\\s*от\\s+(?<rest>.{6,60})",
                    Pattern.DOTALL);
    private static final Pattern END =
            Pattern.compile(
                    "(?iu)\\s*(приказ|распоряжение|постановление|положение|п\\s?р\\s?и\\s?к\\s?а\\s?з\\s?ы\\s?в\\s?а\\s?ю.*|приложение.*|содержание|пояснительная записка)\\s*:?");
    private static final Pattern PERSON =
            Pattern.compile(
                    "[А-ЯЁ]\\.\\s?[А-ЯЁ]\\.\\s?[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\\s+[А-ЯЁ]\\.\\s?[А-ЯЁ]\\.?");
    private static final Pattern PAPER =
            Pattern.compile(
                    "(?iu).*(приказ|распоряжени|постановлени|протокол)[а-я]*\\s.*(№|от\\s).*",
                    Pattern.DOTALL);
    private static final Pattern ORGANISATION =
            Pattern.compile(
                    "(?u)(?<![А-Яа-яЁё])([А-ЯЁ]{2,}(?=[\\s«\"№]|$)|(?iu:школ|гимнази|лице[йяю]|интернат|учреждени|управлени|департамент|отдел|комитет|министерств|администраци|муниципальн|государственн|центр|колледж|техникум)).*",
                    Pattern.DOTALL);
    private static final int LONGEST_BLOCK = 9;

    private final List<Endorsement> approved = new ArrayList<>();
    private final List<Endorsement> agreed = new ArrayList<>();
    private final List<PreambleLine> used = new ArrayList<>();

    List<Endorsement> approved() {
        return approved;
    }

    List<Endorsement> agreed() {
        return agreed;
    }

    List<PreambleLine> used() {
        return used;
    }

    void read(List<PreambleLine> lines) {
        List<PreambleLine> apart = SideBySide.separate(lines);
        for (int i = 0; i < apart.size(); i++) {
            String text = apart.get(i).text();
            if (APPROVED.matcher(text).matches()) {
                approved.add(block(apart, i, APPROVED));
            } else if (AGREED.matcher(text).matches()) {
                agreed.add(block(apart, i, AGREED));
            }
        }
        if (approved.isEmpty()) {
            readOrder(lines);
        }
    }

    private Endorsement block(List<PreambleLine> lines, int start, Pattern head) {
        var block = new ArrayList<String>();
        Matcher first = head.matcher(lines.get(start).text());
        if (first.matches() && !first.group(2).isBlank()) {
            block.add(first.group(2).strip());
        }
        used.add(lines.get(start));
        for (int i = start + 1; i < lines.size() && block.size() < LONGEST_BLOCK; i++) {
            String text = lines.get(i).text();
            boolean other = APPROVED.matcher(text).matches() || AGREED.matcher(text).matches();
            if (other
                    || lines.get(i).first()
                    || END.matcher(text).matches()
                    || TitleReader.isStart(text)) {
                break;
            }
            block.add(text);
            used.add(lines.get(i));
        }
        return endorsement(block);
    }

    private static Endorsement endorsement(List<String> block) {
        String person = "";
        String paper = "";
        LocalDate date = null;
        var who = new ArrayList<String>();
        for (String line : block) {
            LocalDate here = PaperDates.first(line);
            date = date == null ? here : date;
            Matcher name = PERSON.matcher(line);
            boolean isPaper = PAPER.matcher(line).matches();
            boolean named = name.find();
            if (isPaper) {
                paper = paper.isEmpty() ? Lines.clean(line) : paper;
            } else if (named && person.isEmpty()) {
                person = Lines.clean(name.group());
                who.add(line.substring(0, name.start()));
            } else if (here == null && !line.strip().startsWith("(")) {
                who.add(line);
            }
        }
        return endorsement(
                Lines.clean(String.join(" ", who).replaceAll("[_/]{2,}.*", " ")),
                person,
                paper,
                date,
                block);
    }

    private static Endorsement endorsement(
            String who, String person, String paper, @Nullable LocalDate date, List<String> block) {
        Matcher organisation = ORGANISATION.matcher(who);
        boolean found = organisation.find();
        String post = found ? who.substring(0, organisation.start()) : who;
        return new Endorsement(
                Lines.clean(post),
                found ? Lines.clean(organisation.group()) : "",
                person,
                paper,
                date,
                block);
    }

    /** A paper annexed to an order is approved by it. */
    private void readOrder(List<PreambleLine> lines) {
        String all = String.join(" ", lines.stream().map(PreambleLine::text).toList());
        Matcher order = BY_ORDER.matcher(all);
        if (!order.find()) {
            return;
        }
        LocalDate date = PaperDates.first(order.group("rest"));
        if (date != null) {
            Matcher number = Pattern.compile("№\\s*\\S+").matcher(order.group("rest"));
            String paper =
                    "%s %02d.%02d.%d %s"
                            .formatted(
                                    Lines.lower(order.group("kind")),
                                    date.getDayOfMonth(),
                                    date.getMonthValue(),
                                    date.getYear(),
                                    number.find() ? number.group() : "");
            approved.add(
                    new Endorsement(
                            "",
                            Lines.clean(order.group("who")),
                            "",
                            paper.strip(),
                            date,
                            List.of(Lines.clean(order.group()))));
        }
    }
}
