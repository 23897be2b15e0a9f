package ru.mentoring.tenancy.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;

@Component
class DatabaseSystemScopes implements SystemScopes {

    private record Centre(UUID regionId, UUID orgId) {}

    private final JdbcClient jdbc;

    DatabaseSystemScopes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Scope of(RegionId region, OrgId org) {
        var kind =
                jdbc.sql("select sec.org_kind(?, ?)")
                        .params(region.value(), org.value())
                        .query((row, number) -> row.getString(1))
                        .list()
                        .getFirst();
        if (kind == null) {
            throw new NoSuchOrg(org);
        }
        return scope(OrgKind.valueOf(kind).level(), region, org);
    }

    @Override
    public Scope rollup(RegionId region) {
        var centre =
                jdbc.sql("select region_id, org_id from sec.regions() where region_id = ?")
                        .param(region.value())
                        .query(Centre.class)
                        .optional()
                        .orElseThrow(() -> new NoSuchOrg(new OrgId(region.value())));
        return scope(Level.ROLLUP, region, new OrgId(centre.orgId()));
    }

    @Override
    public List<Scope> regions() {
        return jdbc
                .sql("select region_id, org_id from sec.regions() order by region_id")
                .query(Centre.class)
                .list()
                .stream()
                .map(centre ->
                        scope(
                                Level.REGION,
                                new RegionId(centre.regionId()),
                                new OrgId(centre.orgId())))
                .toList();
    }

    private Scope scope(Level level, RegionId region, OrgId org) {
        var handle =
                jdbc.sql("select sec.system_handle(?, ?, ?)")
                        .params(region.value(), org.value(), level.databaseName())
                        .query(UUID.class)
                        .single();
        return new Scope(level, region, org, handle, null, Set.of(), Set.of());
    }
}
