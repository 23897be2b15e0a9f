package ru.mentoring.tenancy.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.shared.Ids;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.SeasonId;
import ru.mentoring.tenancy.SeasonView;
import ru.mentoring.tenancy.Seasons;
import ru.mentoring.tenancy.Track;

/** Seasons that are school years, from 1 September to 31 August. */
@Component
class SchoolYears implements Seasons {

    private static final String COLUMNS = "id, track, start_year, starts_on, ends_on, active";

    private final JdbcClient jdbc;
    private final Clock clock;

    SchoolYears(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public SeasonView current(Track track) {
        return all(track).stream()
                .filter(SeasonView::active)
                .findFirst()
                .orElseGet(() -> open(track, SchoolYear.of(LocalDate.now(clock)).startYear()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SeasonView> on(Track track, LocalDate day) {
        return all(track).stream().filter(season -> season.covers(day)).findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<SeasonView> all(Track track) {
        return jdbc.sql(
                        "select %s from tenancy.season where org_id = ? and track = ? order by start_year desc"
                                .formatted(COLUMNS))
                .params(CurrentScope.get().org().value(), track.name())
                .query(SchoolYears::view)
                .list();
    }

    @Override
    @Transactional
    public SeasonView open(Track track, int startYear) {
        var scope = CurrentScope.get();
        jdbc.sql(
                        """
                        update tenancy.season set active = false, version = version + 1
                        where org_id = ? and track = ? and active and start_year <> ?\
                        """)
                .params(scope.org().value(), track.name(), startYear)
                .update();
        jdbc.sql(
                        """
                        insert into tenancy.season
                            (region_id, id, org_id, track, start_year, starts_on, ends_on, active, version)
                        values (?, ?, ?, ?, ?, ?, ?, true, 0)
                        on conflict (region_id, org_id, track, start_year) do update set active = true\
                        """)
                .params(
                        scope.region().value(),
                        Ids.next(),
                        scope.org().value(),
                        track.name(),
                        startYear,
                        new SchoolYear(startYear).firstDay(),
                        new SchoolYear(startYear).lastDay())
                .update();
        return all(track).stream()
                .filter(season -> season.startYear() == startYear)
                .findFirst()
                .orElseThrow();
    }

    private static SeasonView view(ResultSet row, int number) throws SQLException {
        return new SeasonView(
                new SeasonId(row.getObject("id", UUID.class)),
                Track.valueOf(row.getString("track")),
                row.getInt("start_year"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("active"));
    }
}
