package ru.mentoring.tenancy.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.Role;

/**
 * Who may do what: one table of permission and roles, which all code asks.
 *
 * <p>Each module contributes {@code permissions/<module>.csv} with the lines {@code permission;ROLE
 * ROLE …}. The table is data, so that it can be read, tested and shown as a whole.
 */
@Component
public class PermissionTable {

    private final Map<String, Set<Role>> roles;

    PermissionTable() {
        this(readAll());
    }

    PermissionTable(Map<String, Set<Role>> roles) {
        this.roles = roles;
    }

    /** All permissions with the roles that have them, by name. */
    public Map<String, Set<Role>> all() {
        return roles;
    }

    public boolean knows(String permission) {
        return roles.containsKey(permission);
    }

    /** Everything that somebody with these roles may do. */
    public Set<String> of(Collection<Role> held) {
        return roles.entrySet().stream()
                .filter(entry -> held.stream().anyMatch(entry.getValue()::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Set<Role>> readAll() {
        var table = new TreeMap<String, Set<Role>>();
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

    private static void read(Resource file, Map<String, Set<Role>> table) throws IOException {
        file.getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    var cells = line.split(";", -1);
                    var permission = cells[0].strip();
                    var held = EnumSet.noneOf(Role.class);
                    Arrays.stream(cells[1].strip().split(" +"))
                            .filter(role -> !role.isEmpty())
                            .map(Role::valueOf)
                            .forEach(held::add);
                    if (table.put(permission, held) != null) {
                        throw new IllegalStateException(
                                "Permission %s stands twice in the tables; again in %s"
                                        .formatted(permission, file.getFilename()));
                    }
                });
    }
}
