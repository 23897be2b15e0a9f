package ru.mentoring.monitoring.rollup;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes one statement of a roll-up fail: the n-th that changes figures. Also counts such
 * statements, failed and rolled-back ones too, lets one wait as long as a test wishes, and notes
 * how long each was allowed to take.
 */
class PlantedFault implements AutoCloseable {

    private static final long HALT = 7_031_977;

    private final JdbcTemplate jdbc;

    PlantedFault(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.execute(
                """
                create schema planted;
                create sequence planted.statement;
                create table planted.fault (at bigint);
                create table planted.allowed (timeout text);
                create function planted.strike() returns trigger language plpgsql security definer set lock_timeout = 0 as $$
                begin
                    insert into planted.allowed values (current_setting('statement_timeout'));
                    perform pg_advisory_xact_lock(%s);
                    if nextval('planted.statement') = (select at from planted.fault) then
                        raise exception 'planted';
                    end if;
                    return null;
                end
                $$;
                """
                        .formatted(HALT));
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

    /** Lets every statement from now on wait until it is let go. */
    void halt() {
        jdbc.queryForList("select pg_advisory_lock(?)", HALT);
    }

    /** Returns how many statements wait. */
    long halted() {
        var waiting =
                jdbc.queryForObject(
                        "select count(*) from pg_locks where locktype = 'advisory' and objid = ? and not granted",
                        Long.class,
                        HALT);
        return waiting == null ? 0 : waiting;
    }

    /** Lets go what waits. */
    void letGo() {
        jdbc.queryForList("select pg_advisory_unlock(?)", HALT);
    }

    /** Returns how long the statements were allowed to take, each answer once. */
    List<String> allowed() {
        return jdbc.queryForList("select distinct timeout from planted.allowed", String.class);
    }

    @Override
    public void close() {
        for (var table : new String[] {"fact", "figure", "shown"}) {
            jdbc.execute("drop trigger planted on monitoring." + table);
        }
        jdbc.execute("drop schema planted cascade");
    }
}
