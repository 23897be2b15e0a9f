package ru.mentoring.tenancy;

/**
 * The height from which somebody looks at the data. Each level is a database role with policies of
 * its own.
 */
public enum Level {
    SCHOOL("s"),
    DISTRICT("d"),
    REGION("r"),
    /**
     * The roll-up: reads countable columns of a whole region, no names. Nobody signs in with it.
     */
    ROLLUP("");

    private final String prefix;

    Level(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The first segment of all addresses of this level: {@code /s/…}, {@code /d/…}, {@code /r/…}.
     */
    public String prefix() {
        return prefix;
    }

    /** The name of the level in the database, and of its role after {@code scope_}. */
    public String databaseName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
