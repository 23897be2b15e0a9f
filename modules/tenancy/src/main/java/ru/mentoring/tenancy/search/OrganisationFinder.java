package ru.mentoring.tenancy.search;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.OrgKind;

/**
 * Finds organisations of the scope's region by the beginnings of the words of their names, also of
 * earlier ones. The directory holds no personal data: everybody of a region may look there.
 */
@Component
@Transactional(readOnly = true)
class OrganisationFinder implements Findable {

    private record Row(
            UUID id,
            OrgKind kind,
            String name,
            String text,
            @Nullable String place,
            boolean closed,
            List<String> earlier) {}

    private final JdbcClient jdbc;

    OrganisationFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "tenancy.search.organisations";
    }

    @Override
    public int order() {
        return 500;
    }

    @Override
    public String permission() {
        return "organisation.view";
    }

    @Override
    public Set<Level> levels() {
        return EnumSet.of(Level.SCHOOL, Level.DISTRICT, Level.REGION);
    }

    @Override
    public Finds find(Wanted wanted, int most) {
        for (var reading : wanted.readings()) {
            var rows = rows(reading, most + 1);
            if (!rows.isEmpty()) {
                return new Finds(
                        rows.stream().limit(most).map(row -> found(row, wanted)).toList(),
                        rows.size() > most,
                        false);
            }
        }
        return Finds.NONE;
    }

    private List<Row> rows(List<String> beginnings, int most) {
        return jdbc.sql(
                        """
                        select id, kind, code, name, full_name, place, closed, earlier
                        from sec.find_organisations(?, ?)\
                        """)
                .params(beginnings.toArray(String[]::new), most)
                .query(OrganisationFinder::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                OrgKind.valueOf(row.getString("kind")),
                row.getString("name"),
                String.join(
                        " ",
                        row.getString("name"),
                        row.getString("full_name"),
                        row.getString("code")),
                row.getString("place"),
                row.getBoolean("closed"),
                texts(row.getArray("earlier")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Found found(Row row, Wanted wanted) {
        return new Found(
                row.name(),
                row.closed() ? "tenancy.search.closed" : "tenancy.search.kind." + row.kind(),
                row.place(),
                formerly(row, wanted),
                "/organisations/" + row.id());
    }

    private static @Nullable String formerly(Row row, Wanted wanted) {
        return wanted.distance(row.text()).isPresent()
                ? null
                : row.earlier().stream()
                        .filter(name -> wanted.distance(name).isPresent())
                        .findFirst()
                        .orElse(null);
    }
}
