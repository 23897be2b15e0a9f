package ru.mentoring.shared.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share drawn as a bar with the norm as a mark across it.
 *
 * @param kind ok, warn or bad: the bar's colour
 * @param fill length of the bar in the drawing's units
 * @param mark where the mark begins in the drawing's units
 */
public record Bullet(String kind, BigDecimal fill, BigDecimal mark) {

    private static final int WIDTH = 300;
    private static final BigDecimal HALF_A_MARK = new BigDecimal("1.5");

    /**
     * Returns the drawing of part in whole, both counted in people or things, against a norm in per
     * cent. The norm stands in the middle unless the share is more than twice the norm.
     */
    public static Bullet of(String kind, long part, long whole, int norm) {
        if (whole <= 0 || norm <= 0) {
            throw new IllegalArgumentException(
                    "No bar for %d of %d at %d %%".formatted(part, whole, norm));
        }
        var share = scaled(BigDecimal.valueOf(part * 100), BigDecimal.valueOf(whole));
        var most = share.max(BigDecimal.valueOf(2L * norm)).min(BigDecimal.valueOf(100));
        var width = BigDecimal.valueOf(WIDTH);
        var fill = scaled(share.min(most).multiply(width), most);
        var middle = scaled(BigDecimal.valueOf(norm).min(most).multiply(width), most);
        return new Bullet(kind, fill, middle.subtract(HALF_A_MARK));
    }

    private static BigDecimal scaled(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, 1, RoundingMode.HALF_UP);
    }
}
