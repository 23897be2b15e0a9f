package ru.mentoring.agenda;

/**
 * Names the reason of a task, so that whoever put it can close it again.
 *
 * @param source the module, the thing and what is to be done with it: {@code
 *     roadmaps.roadmap:0198…:agree:2}
 */
public record TaskKey(String source) {

    public TaskKey {
        if (source.isBlank() || source.length() > 200) {
            throw new IllegalArgumentException("Not a key of a task: " + source);
        }
    }
}
