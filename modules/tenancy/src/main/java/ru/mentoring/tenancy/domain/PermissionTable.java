package ru.mentoring.tenancy.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.Role;

/**
 * Who may do what: one table of permission, rights and roles, which all code asks.
 *
 * <p>Each topic contributes {@code permissions/<topic>.csv} with the lines {@code
 * permission;thing:LETTER …;ROLE ROLE …}. The permission is what handlers ask for; the rights say
 * what it means for which things, so that the table can be read, tested and shown as a matrix.
 */
@Component
public class PermissionTable {

    private static final String HEADER = "permission;rights;roles";

    /** A line of the table. */
    record Entry(Set<Right> rights, Set<Role> roles) {}

    private final Map<String, Entry> entries;

    PermissionTable() {
        this(readAll());
    }

    PermissionTable(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** All permissions with the roles that have them, by name. */
    public Map<String, Set<Role>> all() {
        return entries.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().roles(),
                                (one, _) -> one,
                                TreeMap::new));
    }

    public boolean knows(String permission) {
        return entries.containsKey(permission);
    }

    /** Everything that somebody with these roles may do. */
    public Set<String> of(Collection<Role> held) {
        return entries.entrySet().stream()
                .filter(entry -> held.stream().anyMatch(entry.getValue().roles()::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What a permission means, as things and how far the right reaches.
     *
     * @throws IllegalArgumentException if the table does not know the permission
     */
    public Set<Right> rights(String permission) {
        var entry = entries.get(permission);
        if (entry == null) {
            throw new IllegalArgumentException("No permission table knows " + permission);
        }
        return Set.copyOf(entry.rights());
    }

    /** All kinds of things about which the table says something. */
    public Set<String> objects() {
        return entries.values().stream()
                .flatMap(entry -> entry.rights().stream())
                .map(Right::object)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * How far a role's rights on a kind of thing reach: what a farther right includes is left out.
     */
    public Set<Right.Action> actions(Role role, String object) {
        var all =
                entries.values().stream()
                        .filter(entry -> entry.roles().contains(role))
                        .flatMap(entry -> entry.rights().stream())
                        .filter(right -> right.object().equals(object))
                        .map(Right::action)
                        .collect(Collectors.toSet());
        return all.stream()
                .filter(action -> all.stream().noneMatch(other -> other.includes(action)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.Action.class)));
    }

    private static Map<String, Entry> readAll() {
        var table = new TreeMap<String, Entry>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:permissions/*.csv")) {
                read(file, table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static void read(Resource file, Map<String, Entry> table) throws IOException {
        var lines =
                file.getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
            throw new IllegalStateException(
                    "permissions/%s does not begin with the line %s"
                            .formatted(file.getFilename(), HEADER));
        }
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(";", -1);
            if (cells.length != 3) {
                throw new IllegalStateException(
                        "Not three cells in permissions/%s: %s"
                                .formatted(file.getFilename(), line));
            }
            var entry = new Entry(words(cells[1], Right::parse), words(cells[2], Role::valueOf));
            if (table.put(cells[0].strip(), entry) != null) {
                throw new IllegalStateException(
                        "Permission %s stands twice in the tables; again in %s"
                                .formatted(cells[0], file.getFilename()));
            }
        }
    }

    private static <T> Set<T> words(String cell, Function<String, T> reading) {
        return Arrays.stream(cell.strip().split(" +"))
                .filter(word -> !word.isEmpty())
                .map(reading)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
