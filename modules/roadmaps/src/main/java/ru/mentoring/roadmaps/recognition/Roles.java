package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows how the people and bodies who answer for an item are written, and takes several of them
 * apart.
 */
final class Roles {

    private static final String STEMS =
            "куратор|наставник|директор|заместител|зам|зав|руководител|администрац|учител|педагог|психолог|классн|кл|методист"
                    + "|методическ|ответственн|специалист|начальник|заведующ|завуч|департамент|управлени|отдел|комитет|министерств"
                    + "|образовательн|школ|рабоч|совет|социальн|соц|вожат|старш|координатор|председател|библиотекар|секретар"
                    + "|воспитател|тьютор|преподавател|команд|муниципальн|региональн|центр|предприяти|партнер|обучающ|ученик|родител"
                    + "|логопед|юрист|редактор|бухгалтер|делопроизводител|модератор|эксперт|глав|ректор|мастер|все|члены|актив|студсовет|тренер|медиа|пресс";
    private static final Pattern ROLE =
            Pattern.compile("(?iu)(?:" + STEMS + ")[а-яё]*.*", Pattern.DOTALL);
    private static final Pattern PERSON =
            Pattern.compile(
                    "[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\\s+[А-ЯЁ]\\.\\s?(?:[А-ЯЁ]\\.?)?.*|[А-ЯЁ]\\.\\s?[А-ЯЁ]\\.\\s?[А-ЯЁ][а-яё]+.*");
    private static final Pattern BODY = Pattern.compile("[А-ЯЁ]{2,8}[а-яё]?(?:[\\s«\"№].*)?");
    private static final Pattern NEXT_ROLE =
            Pattern.compile("(?<=[а-яёА-ЯЁ.»)])\\s+(?=(?:" + capitalised() + ")[а-яё]*)");
    private static final Pattern AND_ROLE =
            Pattern.compile("(?iu)\\s+(?:и|а также)\\s+(?=(?:" + STEMS + ")[а-яё]*)");
    private static final Pattern ADDRESS_OF_SAME =
            Pattern.compile("(?:[А-ЯЁ]{2,4}|[а-яё]+ой работе)");
    private static final int LONGEST = 220;

    private Roles() {}

    private static String capitalised() {
        var words = new ArrayList<String>();
        for (String stem : STEMS.split("\\|")) {
            words.add(Character.toUpperCase(stem.charAt(0)) + stem.substring(1));
        }
        return String.join("|", words);
    }

    /** Returns whether the text can be the answer to "who". */
    static boolean isWho(String text) {
        return text.length() <= LONGEST
                && (ROLE.matcher(text).matches()
                        || PERSON.matcher(text).matches()
                        || BODY.matcher(text).matches());
    }

    /** Returns each person, role or body by itself, in order, each once. */
    static List<String> split(List<String> lines) {
        var all = new ArrayList<String>();
        for (String line : Lines.joinWrapped(lines)) {
            for (String listed : line.split("[;,]+(?![^(]*\\))")) {
                addAll(all, listed);
            }
        }
        return all.stream().distinct().toList();
    }

    private static void addAll(List<String> all, String listed) {
        for (String byWord : AND_ROLE.split(listed)) {
            for (String one : NEXT_ROLE.split(byWord)) {
                String who = one.replaceAll("^[-–—•*\\s]+|[\\s.,;]+$", "").strip();
                who =
                        one.strip().matches(".*[А-ЯЁ]\\.")
                                ? one.replaceAll("^[-–—•*\\s]+", "").strip()
                                : who;
                if (who.isEmpty()) {
                    continue;
                }
                if (!all.isEmpty() && belongsToLast(all.getLast(), who)) {
                    all.set(all.size() - 1, all.getLast() + ", " + who);
                } else {
                    all.add(who);
                }
            }
        }
    }

    /** "Deputy for A, B" names one deputy. */
    private static boolean belongsToLast(String last, String who) {
        return last.matches("(?:.*\\s)?по\\s+[А-ЯЁ]{2,4}(?:, [А-ЯЁ]{2,4})*")
                && ADDRESS_OF_SAME.matcher(who).matches();
    }
}
