package ru.mentoring.agenda;

import java.util.List;

/**
 * Work that nobody has handed over but that shows in the data: a roadmap that is not there yet,
 * consents that are still to be collected. Unlike a task it has no key to be closed by; it is gone
 * when the data say so. Whoever knows of such work declares a bean.
 */
public interface Errands {

    /**
     * Returns what the person of the current scope may go on with, the most pressing first. Asked
     * with each home page, so it must be quick.
     */
    List<Errand> open();

    /**
     * One piece of such work.
     *
     * @param titleKey the code of its title; with {@code .action} behind it, the words of the
     *     button
     * @param arguments the arguments of the title
     * @param path where it is done, below the organisation's own address
     */
    record Errand(String titleKey, List<Object> arguments, String path) {

        public Errand {
            arguments = List.copyOf(arguments);
        }
    }
}
