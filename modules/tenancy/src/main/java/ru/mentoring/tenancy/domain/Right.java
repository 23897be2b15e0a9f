package ru.mentoring.tenancy.domain;

import java.util.Arrays;

/**
 * What a permission lets somebody do with one kind of thing: a cell of the matrix of roles and
 * things.
 *
 * @param object the kind of thing, such as {@code school-roadmap}; its words stand under {@code
 *     tenancy.object.school-roadmap}
 */
public record Right(String object, Action action) {

    /** How far a right reaches, the farthest first. */
    public enum Action {
        /** Brings into force, agrees, signs. */
        APPROVE('A'),
        /** Makes and changes. */
        CREATE('C'),
        /** Sees with names, within the own scope. */
        VIEW('V'),
        /** Sees figures without names. */
        FIGURES('G'),
        /** Sees only what is about or for the person themselves. */
        OWN('O');

        private final char letter;

        Action(char letter) {
            this.letter = letter;
        }

        /** The letter that stands for it in the tables. */
        public char letter() {
            return letter;
        }

        /** Says whether whoever may do this needs not be told that they may do the other too. */
        public boolean includes(Action other) {
            return switch (this) {
                case APPROVE, CREATE -> other.ordinal() >= VIEW.ordinal();
                case VIEW -> other == FIGURES || other == OWN;
                case FIGURES, OWN -> false;
            };
        }

        private static Action of(String letter) {
            return Arrays.stream(values())
                    .filter(action -> String.valueOf(action.letter).equals(letter))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("No right is written as " + letter));
        }
    }

    /** Reads {@code school-roadmap:C}. */
    static Right parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 2 || parts[0].isEmpty()) {
            throw new IllegalStateException("Not a right, which is thing:letter: " + text);
        }
        return new Right(parts[0], Action.of(parts[1]));
    }
}
