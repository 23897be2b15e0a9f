package ru.mentoring.agenda;

import java.util.List;
import java.util.Optional;

/**
 * Something that everybody has to know who opens the home page, for as long as it is so: that data
 * are still being brought in, for instance. Whoever has such a thing to say declares a bean.
 */
public interface HomeNotice {

    /**
     * Returns what is to be said now, or nothing. Asked with each home page, so it must be quick.
     */
    Optional<Text> now();

    /**
     * The words.
     *
     * @param key the code of a message
     * @param arguments its arguments
     */
    record Text(String key, List<Object> arguments) {

        public Text {
            arguments = List.copyOf(arguments);
        }
    }
}
