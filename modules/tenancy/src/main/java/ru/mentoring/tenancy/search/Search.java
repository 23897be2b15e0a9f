package ru.mentoring.tenancy.search;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.CurrentScope;

/** Asks all kinds of things that the person of the current scope may open. */
@Component
public class Search {

    /** The finds of one kind, under their heading. */
    public record Group(String key, Finds finds) {}

    private final List<Findable> kinds;

    Search(List<Findable> kinds) {
        this.kinds = kinds.stream().sorted(Comparator.comparingInt(Findable::order)).toList();
    }

    /** Returns what fits, without the kinds of which nothing does. */
    public List<Group> find(Wanted wanted, int mostOfAKind) {
        var scope = CurrentScope.get();
        if (wanted.isTooShort()) {
            return List.of();
        }
        return kinds.stream()
                .filter(kind ->
                        kind.levels().contains(scope.level()) && scope.may(kind.permission()))
                .map(kind -> new Group(kind.key(), kind.find(wanted, mostOfAKind)))
                .filter(group -> !group.finds().shown().isEmpty())
                .toList();
    }
}
