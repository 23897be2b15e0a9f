package ru.mentoring.monitoring.rollup;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes one statement of a roll-up fail: the n-th that changes figures. Also counts such
 * statements, failed and rolled-back ones too.
 */
class PlantedFault implements AutoCloseable {

    private final JdbcTemplate jdbc;

    PlantedFault(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute(
                """
                create schema planted;
                create sequence planted.statement;
                create table planted.fault (at bigint);
                create function planted.strike() returns trigger language plpgsql security definer as $$
                begin
                    if nextval('planted.statement') = (select at from planted.fault) then
                        raise exception 'planted';
                    end if;
                    return null;
                end
                $$;
                """);
        for (var table : new String[] {"fact", "figure", "shown"}) {
            jdbc.execute(
                    "create trigger planted before insert or delete on monitoring.%s for each statement execute function planted.strike()"
                            .formatted(table));
        }
        at(0);
    }

    /** Lets the n-th statement from now on fail; 0 for none. */
    void at(long n) {
        jdbc.execute("alter sequence planted.statement restart with 1");
        jdbc.execute("delete from planted.fault");
        jdbc.update("insert into planted.fault values (?)", n);
    }

    /** How many statements there have been since. */
    long statements() {
        var next = jdbc.queryForObject("select nextval('planted.statement')", Long.class);
        return next == null ? 0 : next - 1;
    }

    @Override
    public void close() {
        for (var table : new String[] {"fact", "figure", "shown"}) {
            jdbc.execute("drop trigger planted on monitoring." + table);
        }
        jdbc.execute("drop schema planted cascade");
    }
}
