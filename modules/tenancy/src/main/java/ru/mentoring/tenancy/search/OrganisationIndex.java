package ru.mentoring.tenancy.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;

/**
 * Finds organisations of the scope's region by the beginnings of the words of their names, also of
 * earlier ones. The directory holds no personal data: everybody of a region may look there.
 */
@Component
@Transactional(readOnly = true)
public class OrganisationIndex {

    /**
     * An organisation that was found.
     *
     * @param place what it stands directly below today
     * @param closed whether it exists no more
     * @param formerly the earlier name under which it was found, if by that only
     */
    public record Match(
            OrgId id,
            OrgKind kind,
            String name,
            @Nullable String place,
            boolean closed,
            @Nullable String formerly) {}

    private final JdbcClient jdbc;

    OrganisationIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns organisations that fit: those with most of the words in full first, then those of the
     * scope, then by name. Where nothing fits as typed, the keyboard may have been switched.
     */
    public List<Match> find(Wanted wanted, int most) {
        for (var reading : wanted.readings()) {
            var found = find(reading, wanted, most);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Match> find(List<String> beginnings, Wanted wanted, int most) {
        return jdbc.sql(
                        """
                        select id, kind, code, name, full_name, place, closed, earlier
                        from sec.find_organisations(?, ?)\
                        """)
                .params(beginnings.toArray(String[]::new), most)
                .query((row, number) -> match(row, wanted))
                .list();
    }

    private static Match match(ResultSet row, Wanted wanted) throws SQLException {
        return new Match(
                new OrgId(row.getObject("id", UUID.class)),
                OrgKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("place"),
                row.getBoolean("closed"),
                formerly(row, wanted));
    }

    private static @Nullable String formerly(ResultSet row, Wanted wanted) throws SQLException {
        var today =
                String.join(
                        " ",
                        row.getString("name"),
                        row.getString("full_name"),
                        row.getString("code"));
        if (wanted.distance(today).isPresent()) {
            return null;
        }
        for (var name : (String[]) row.getArray("earlier").getArray()) {
            if (wanted.distance(name).isPresent()) {
                return name;
            }
        }
        return null;
    }
}
