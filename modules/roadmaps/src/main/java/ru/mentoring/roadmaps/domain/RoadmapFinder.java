package ru.mentoring.roadmaps.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.search.Findable;
import ru.mentoring.tenancy.search.Finds;
import ru.mentoring.tenancy.search.Fits;
import ru.mentoring.tenancy.search.Found;
import ru.mentoring.tenancy.search.OrganisationIndex;
import ru.mentoring.tenancy.search.Wanted;

/**
 * Finds roadmaps: a school its own by title, year and order, those above it by the school's name
 * once a roadmap has been sent.
 */
@Component
@Transactional(readOnly = true)
class RoadmapFinder implements Findable {

    /** As many schools of one name are looked through for what they have sent. */
    private static final int MOST_SCHOOLS = 50;

    private record Row(
            UUID id,
            int startYear,
            String title,
            String school,
            RoadmapState state,
            @Nullable String orderNumber) {

        private String year() {
            return new SchoolYear(startYear).text();
        }

        private String text() {
            return String.join(" ", title, year(), orderNumber == null ? "" : orderNumber);
        }

        private Found found(String name) {
            return new Found(name, "roadmaps.state." + state, year(), "/roadmap/" + id);
        }
    }

    private final JdbcClient jdbc;
    private final OrganisationIndex organisations;

    RoadmapFinder(JdbcClient jdbc, OrganisationIndex organisations) {
        this.jdbc = jdbc;
        this.organisations = organisations;
    }

    @Override
    public String key() {
        return "roadmaps.search";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public String permission() {
        return "roadmap.read";
    }

    @Override
    public Set<Level> levels() {
        return EnumSet.of(Level.SCHOOL, Level.DISTRICT, Level.REGION);
    }

    @Override
    public Finds find(Wanted wanted, int most) {
        return CurrentScope.get().level() == Level.SCHOOL ? own(wanted, most) : sent(wanted, most);
    }

    private Finds own(Wanted wanted, int most) {
        var fits = new Fits<Row>(wanted);
        jdbc.sql(
                        """
                        select id, start_year, title, institution as school, state, order_number
                        from roadmaps.roadmap where region_id = :region and org_id = :org
                        order by start_year desc, track\
                        """)
                .param("region", CurrentScope.get().region().value())
                .param("org", CurrentScope.get().org().value())
                .query(RoadmapFinder::row)
                .list()
                .forEach(row -> fits.offer(row.text(), row));
        return fits.best(most, row -> row.found(row.title()));
    }

    /**
     * What is being changed is the school's own: from above only the fact that it was sent counts.
     */
    private Finds sent(Wanted wanted, int most) {
        var schools =
                organisations.find(wanted, MOST_SCHOOLS).stream()
                        .map(match -> match.id().value())
                        .toArray(UUID[]::new);
        if (schools.length == 0) {
            return Finds.NONE;
        }
        var rows =
                jdbc.sql(
                                """
                                select r.id, r.start_year, r.title, o.name as school, r.state, r.order_number
                                from roadmaps.roadmap r
                                join lateral (select d.name from sec.organisation(r.org_id) d) o on true
                                where r.region_id = :region and r.org_id = any (:schools) and r.edition > 0
                                order by r.start_year desc, array_position(:schools, r.org_id), r.track
                                limit :most\
                                """)
                        .param("region", CurrentScope.get().region().value())
                        .param("schools", schools)
                        .param("most", most + 1)
                        .query(RoadmapFinder::row)
                        .list();
        return new Finds(
                rows.stream().limit(most).map(row -> row.found(row.school())).toList(),
                rows.size() > most,
                false);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getInt("start_year"),
                row.getString("title"),
                row.getString("school"),
                RoadmapState.valueOf(row.getString("state")),
                row.getString("order_number"));
    }
}
