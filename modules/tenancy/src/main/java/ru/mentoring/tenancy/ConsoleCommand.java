package ru.mentoring.tenancy;

import java.util.Map;
import java.util.function.Consumer;

/**
 * Something that whoever runs the installation does from its command line, because no page may:
 * {@code --name=value} with further options beside it.
 */
public interface ConsoleCommand {

    /** How the command ended; the number is the exit code of the process. */
    enum Ending {
        DONE(0),
        /** It was understood and could not be done. */
        FAILED(1),
        /** It was not understood: something is missing or written wrongly. Nothing was changed. */
        MISUSED(2);

        private final int code;

        Ending(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    /** The option by which it is called, without hyphens. */
    String name();

    /**
     * Does it, outside any scope.
     *
     * @param options the values of all options by their names, the command's own among them; empty
     *     for an option without a value
     * @param out takes what is to be told, a line at a time
     */
    Ending run(Map<String, String> options, Consumer<String> out);
}
