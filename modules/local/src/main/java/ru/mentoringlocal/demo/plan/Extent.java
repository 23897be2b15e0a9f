package ru.mentoringlocal.demo.plan;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a demonstration is made.
 *
 * @param schools the schools of the first region
 * @param peopled how many of them have people, registers and a history
 * @param scale how much larger than life each school is: 1 for the region as it is described
 */
public record Extent(int schools, int peopled, double scale) {

    /** The region as it is described: 406 schools in 17 districts and 6 of the region itself. */
    public static final int DESCRIBED_SCHOOLS = 412;

    /** How many people the history of a school holds on average at scale 1. */
    static final double PEOPLE_A_SCHOOL = 178;

    /** One school with its district. */
    public static final Extent SCHOOL = new Extent(1, 1, 1);

    /** The directory of the whole region, people only in two schools of each district. */
    public static final Extent SMALL = new Extent(DESCRIBED_SCHOOLS, 36, 1);

    /** The whole region. */
    public static final Extent FULL = new Extent(DESCRIBED_SCHOOLS, DESCRIBED_SCHOOLS, 1);

    private static final Pattern SCHOOLS_AND_PERSONS = Pattern.compile("(\\d+)x(\\d+)");

    public Extent {
        if (schools < 1 || peopled < 1 || peopled > schools || scale <= 0) {
            throw new IllegalArgumentException(
                    "No region has %d schools, %d of them with people, at scale %s"
                            .formatted(schools, peopled, scale));
        }
    }

    /**
     * Reads {@code school}, {@code small}, {@code full}, or schools and persons such as {@code
     * 3000x1000000}.
     */
    public static Extent of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "school" -> SCHOOL;
            case "small" -> SMALL;
            case "full" -> FULL;
            default -> numbers(text);
        };
    }

    private static Extent numbers(String text) {
        Matcher numbers = SCHOOLS_AND_PERSONS.matcher(text);
        if (!numbers.matches()) {
            throw new IllegalArgumentException(
                    "A demonstration is school, small, full or <schools>x<persons>, not " + text);
        }
        int schools = Integer.parseInt(numbers.group(1));
        double persons = Double.parseDouble(numbers.group(2));
        return new Extent(schools, schools, persons / schools / PEOPLE_A_SCHOOL);
    }
}
