package ru.mentoring.tenancy.orglist;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a column of a region’s list means. */
public enum ListColumn {
    CODE,
    NAME,
    FULL_NAME,
    /** District or school; without the column the sheet says it, or every row is a school. */
    KIND,
    /** What the organisation stands below, by name or code; empty for the regional centre. */
    DISTRICT,
    SINCE,
    LISTED_FROM,
    ORDER_NUMBER,
    ORDER_DATE,
    SMALL,
    RURAL,
    REMOTE,
    UNDER_10,
    FROM_10_TO_14,
    FROM_15_TO_19,
    TEACHERS,
    YOUNG_TEACHERS,
    /** Not understood; its cells are not taken over. */
    UNKNOWN;

    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Reads a heading by the meaning of its words, whatever their order and endings. */
    static ListColumn of(String heading) {
        var words =
                " "
                        + NOISE.matcher(heading.toLowerCase(Locale.ROOT).replace('ё', 'е'))
                                .replaceAll(" ")
                                .strip()
                        + " ";
        if (any(words, "приказ", "распоряжени", "постановлени")) {
            return any(words, "дата") ? ORDER_DATE : ORDER_NUMBER;
        }
        if (any(words, "перечень", "перечне", "участи", "участвует")) {
            return LISTED_FROM;
        }
        if (any(words, "малокомплектн")) {
            return SMALL;
        }
        if (any(words, "сельск")) {
            return RURAL;
        }
        if (any(words, "отдален", "труднодоступ")) {
            return REMOTE;
        }
        if (any(words, "молод")) {
            return YOUNG_TEACHERS;
        }
        if (any(words, "учител", "педагог")) {
            return TEACHERS;
        }
        if (any(words, "до 10", "младше 10")) {
            return UNDER_10;
        }
        if (any(words, "10 14")) {
            return FROM_10_TO_14;
        }
        if (any(words, "15 19")) {
            return FROM_15_TO_19;
        }
        if (any(words, "район", "муниципал", "округ", "управлени", "подчин", "учредител")) {
            return any(words, "название", "наименовани") && any(words, "полное", "полный")
                    ? UNKNOWN
                    : DISTRICT;
        }
        if (any(words, " код", "шифр")) {
            return CODE;
        }
        if (any(words, " тип ", " вид ")) {
            return KIND;
        }
        if (any(words, "полное")) {
            return FULL_NAME;
        }
        if (any(words, "наименовани", "название", "школа", "организаци")) {
            return NAME;
        }
        if (any(words, "открыт", "действует", "дата")) {
            return SINCE;
        }
        return UNKNOWN;
    }

    private static boolean any(String words, String... parts) {
        for (var part : parts) {
            if (words.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
