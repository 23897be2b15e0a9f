package ru.mentoring.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mentoringtest.ModuleTest;

/** Roles and names change at midnight; the database and the application must mean the same one. */
@ModuleTest
class DatabaseDayTests {

    @Autowired JdbcClient jdbc;
    @Autowired Environment environment;

    @Test
    void endsTheDayWhereTheApplicationEndsIt() {
        var zone = environment.getProperty("mentoring.time-zone", "Europe/Moscow");

        assertThat(jdbc.sql("select current_setting('TimeZone')").query(String.class).single())
                .isEqualTo(zone);
    }
}
