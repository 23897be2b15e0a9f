package ru.mentoring.shared.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/** Writes numbers in the reader's language; {@code #figure} in templates. */
public final class Figures {

    private static final char NO_BREAK_SPACE = '\u00a0';

    private final Locale locale;

    public Figures(Locale locale) {
        this.locale = locale;
    }

    /** Returns the number with its thousands set apart: «1 264». */
    public String whole(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /**
     * Returns the share of part in whole in per cent with one decimal; a dash if whole is 0. A part
     * is never rounded up to the whole.
     */
    public String percent(long part, long whole) {
        return whole == 0 ? "—" : ratio(share(part, whole, 1), 1);
    }

    /**
     * Returns the share of part in whole in full per cent; a dash if whole is 0. A part is never
     * rounded up to the whole.
     */
    public String roundPercent(long part, long whole) {
        return whole == 0 ? "—" : ratio(share(part, whole, 0), 0);
    }

    /** Returns a ratio, 1 being everything, in per cent with so many decimals. */
    public String ratio(BigDecimal ratio, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        var number = format.format(ratio.movePointRight(2));
        var russian = locale.getLanguage().equals(Languages.RUSSIAN.getLanguage());
        return russian ? number + NO_BREAK_SPACE + "%" : number + "%";
    }

    private static BigDecimal share(long part, long whole, int decimals) {
        var numerator = BigDecimal.valueOf(part);
        var denominator = BigDecimal.valueOf(whole);
        var rounded = numerator.divide(denominator, decimals + 2, RoundingMode.HALF_UP);
        return part < whole && rounded.compareTo(BigDecimal.ONE) >= 0
                ? numerator.divide(denominator, decimals + 2, RoundingMode.DOWN)
                : rounded;
    }
}
