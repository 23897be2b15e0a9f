package ru.mentoring.tenancy.opening;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.RegionSettings;

@Component
class SettledByRegion implements RegionSettings {

    private final JdbcClient jdbc;
    private final Clock clock;

    SettledByRegion(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public ZoneId zone() {
        return jdbc
                .sql("select sec.time_zone()")
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .filter(zone -> zone != null)
                .findFirst()
                .map(ZoneId::of)
                .orElseGet(clock::getZone);
    }
}
