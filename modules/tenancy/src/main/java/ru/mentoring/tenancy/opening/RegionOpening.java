package ru.mentoring.tenancy.opening;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Seasons;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoring.tenancy.Track;

/** Opens regions, each walled off from the others of the installation. */
@Component
public class RegionOpening {

    /**
     * A region that is open now.
     *
     * @param fresh whether it was opened just now, and not found
     */
    public record Opened(RegionId region, OrgId centre, boolean fresh) {}

    private final JdbcClient jdbc;
    private final SystemScopes scopes;
    private final Seasons seasons;

    RegionOpening(JdbcClient jdbc, SystemScopes scopes, Seasons seasons) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.seasons = seasons;
    }

    /**
     * Opens a region with its centre. One that is open under this code already stays as it is but
     * for its zone, which becomes the given one.
     *
     * @param since first day on which the centre exists; nothing can stand below it earlier
     */
    @Transactional
    public Opened open(Naming naming, ZoneId zone, LocalDate since) {
        return jdbc.sql(
                        "select region, centre, fresh from sec.open_region(?, ?, ?, ?, ?, ?, cast(? as date))")
                .params(
                        Ids.next(),
                        Ids.next(),
                        naming.code(),
                        naming.name(),
                        naming.fullName(),
                        zone.getId(),
                        since)
                .query((row, number) ->
                        new Opened(
                                new RegionId(row.getObject("region", UUID.class)),
                                new OrgId(row.getObject("centre", UUID.class)),
                                row.getBoolean("fresh")))
                .single();
    }

    /** Opens the running season of the centre on both tracks, so that its work can begin. */
    public void begin(Opened opened) {
        CurrentScope.run(
                scopes.of(opened.region(), opened.centre()),
                () -> {
                    for (var track : Track.values()) {
                        seasons.current(track);
                    }
                });
    }
}
