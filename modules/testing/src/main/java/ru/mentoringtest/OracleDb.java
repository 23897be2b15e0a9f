package ru.mentoringtest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import ru.mentoringtest.TestDatabase.Oracle;

/**
 * Looks behind all policies, as a superuser: counts the truth against which isolation is measured.
 * Never the application.
 */
public class OracleDb {

    private final JdbcClient jdbc;
    private final Oracle oracle;

    OracleDb(Oracle oracle) {
        this.oracle = oracle;
        this.jdbc =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                oracle.url(), oracle.user(), oracle.password()));
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public Oracle address() {
        return oracle;
    }

    /** Returns the only value of a query. */
    public long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }
}
