package ru.mentoring.programs.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Registers;
import ru.mentoring.programs.Obstacle;

/**
 * What stands in the way, as a page says it.
 *
 * @param key message key of the reason
 * @param name whom it concerns; empty if nobody in particular
 */
public record ObstacleLine(String key, String name) {

    static List<ObstacleLine> of(Collection<Obstacle> obstacles, Registers registers) {
        var people =
                obstacles.stream()
                        .map(Obstacle::person)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        Map<PersonId, String> names = people.isEmpty() ? Map.of() : registers.names(people);
        return obstacles.stream().map(one -> line(one, names)).toList();
    }

    private static ObstacleLine line(Obstacle obstacle, Map<PersonId, String> names) {
        var name =
                Stream.ofNullable(obstacle.person())
                        .map(person -> names.getOrDefault(person, ""))
                        .findFirst()
                        .orElse("");
        return new ObstacleLine("programs.obstacle." + obstacle.reason(), name);
    }
}
