package ru.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import ru.mentoringtest.TestDatabase;

/** A region is opened from the command line of the application, as an operator does it. */
class OpenRegionTests {

    private static final Locale USUAL = Locale.getDefault();
    private static final TestDatabase.Oracle DATABASE = TestDatabase.create();

    private final List<String> told = new ArrayList<>();

    @BeforeAll
    static void migrate() {
        Locale.setDefault(Locale.of("ru", "RU"));
        PlatformApplication.main(with("--migrate"));
    }

    @AfterAll
    static void speakAsBefore() {
        Locale.setDefault(USUAL);
    }

    private static String[] with(String... arguments) {
        return Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--spring.datasource.url=" + DATABASE.url(),
                                "--spring.datasource.password=" + TestDatabase.PASSWORD,
                                "--spring.flyway.url=" + DATABASE.url(),
                                "--spring.flyway.password=" + TestDatabase.PASSWORD,
                                "--mentoring.identity.issuer=http://localhost:8180/realms/mentoring",
                                "--mentoring.identity.client-secret=unused",
                                "--mentoring.participants.identity-key=nothing-is-hashed-by-this-command"))
                .toArray(String[]::new);
    }

    /** Opens a region of the Far East, but for what is said otherwise. */
    private int open(String code, String... more) {
        var usual =
                Stream.of(
                        "--open-region=" + code,
                        "--region-name=Область " + code,
                        "--region-time-zone=Asia/Kamchatka",
                        "--administrator-name=Иванова Анна",
                        "--administrator-email=anna@example.test");
        var arguments =
                Stream.concat(
                        usual.filter(one -> Stream.of(more).noneMatch(other -> isSame(one, other))),
                        Stream.of(more));
        told.clear();
        return PlatformApplication.carryOut(with(arguments.toArray(String[]::new)), told::add);
    }

    private static boolean isSame(String one, String other) {
        return one.split("=")[0].equals(other.split("=")[0]);
    }

    @Test
    void opensARegionThatItsAdministratorCanEnter() {
        var subject = UUID.randomUUID().toString();

        var code = open("41", "--administrator-subject=" + subject);

        assertThat(code).as(told.toString()).isZero();
        assertThat(told).first().asString().contains("41", "Область 41", "Asia/Kamchatka");
        assertThat(
                        oracle().sql(
                                        """
                                        select a.role || ' ' || o.kind || ' ' || r.time_zone
                                        from sec.assignment a join sec.account c on c.id = a.account_id
                                        join sec.org o on o.id = a.org_id join sec.region r on r.region_id = o.region_id
                                        where c.subject = ?\
                                        """)
                                .param(subject)
                                .query(String.class)
                                .list())
                .containsExactly("REGION_ADMIN REGION Asia/Kamchatka");
        assertThat(
                        oracle().sql(
                                        """
                                        select s.track from tenancy.season s join sec.org o on o.id = s.org_id
                                        where o.code = '41' and s.active order by 1\
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("LEARNERS", "TEACHERS");
    }

    @Test
    void changesNothingButTheZoneWhenRepeated() {
        var subject = "--administrator-subject=" + UUID.randomUUID();
        open("42", subject);
        var before = count();

        var code =
                open(
                        "42",
                        "--region-name=Другая",
                        "--region-time-zone=Asia/Krasnoyarsk",
                        "--administrator-email=ANNA@example.test");

        assertThat(code).as(told.toString()).isZero();
        assertThat(count()).isEqualTo(before);
        assertThat(
                        oracle().sql(
                                        """
                                        select o.name || ' ' || r.time_zone from sec.org o join sec.region r on r.region_id = o.region_id
                                        where o.code = '42'\
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("Область 42 Asia/Krasnoyarsk");
    }

    private static long count() {
        return oracle().sql(
                        "select (select count(*) from sec.org) * 1000 + (select count(*) from sec.assignment where kind = 'PERSON')")
                .query(Long.class)
                .single();
    }

    @Test
    void keepsTheRegionAndSaysWhatIsMissingIfNobodyCanBeLetIn() {
        var code = open("43");

        assertThat(code).isEqualTo(1);
        assertThat(told).last().asString().contains("--administrator-subject");
        assertThat(open("43", "--administrator-subject=" + UUID.randomUUID())).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "--region-time-zone=Moskau, Moskau",
        "--region-time-zone=, --region-time-zone",
        "--administrator-email=anna, anna",
        "--administrator-email=, --administrator-email",
        "--region-since=31.02.2026, 31.02.2026",
        "--region-since=01.09.2999, 01.09.2999"
    })
    void refusesWhatItCannotUnderstandInWordsAndOpensNothing(String option, String complaint) {
        var code = open("44", option);

        assertThat(code).isEqualTo(2);
        assertThat(told).first().asString().contains(complaint);
        assertThat(oracle().sql("select code from sec.org").query(String.class).list())
                .doesNotContain("44");
    }

    private static JdbcClient oracle() {
        return JdbcClient.create(
                new DriverManagerDataSource(DATABASE.url(), DATABASE.user(), DATABASE.password()));
    }
}
