package ru.mentoring.monitoring.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.monitoring.Ledger;
import ru.mentoring.monitoring.Ledger.Human;
import ru.mentoring.monitoring.MonitoringTest;
import ru.mentoring.monitoring.domain.Dashboard;
import ru.mentoring.monitoring.domain.Figures;
import ru.mentoring.monitoring.rollup.RollUps.State;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.domain.Card;
import ru.mentoring.participants.domain.PersonName;
import ru.mentoring.participants.domain.Registrant;
import ru.mentoring.participants.domain.Registration;
import ru.mentoring.participants.domain.Representative;
import ru.mentoring.participants.domain.Wish;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoringtest.regions.Regions;

@MonitoringTest
class RollUpTests {

    @Autowired RollUps rollUps;
    @Autowired RollUpRunner runner;
    @Autowired Figures figures;
    @Autowired Registration registration;
    @Autowired Ledger ledger;
    @Autowired Regions regions;
    @Autowired SystemScopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    private JdbcTemplate truth;
    private LocalDate today;
    private int year;

    @BeforeEach
    void today() {
        truth = ledger.jdbc();
        today = LocalDate.now(clock);
        year = today.getYear();
    }

    private UUID request(Regions.Region region) {
        return region.ask(Role.REGION_ANALYST, rollUps::request);
    }

    private State stateOf(Regions.Region region, UUID rollUp) {
        return region.ask(Role.REGION_ANALYST, () -> rollUps.get(rollUp)).state();
    }

    private UUID count(Regions.Region region) {
        var rollUp = request(region);
        runner.carryOut(region.systemScope());
        assertThat(stateOf(region, rollUp)).isEqualTo(State.DONE);
        return rollUp;
    }

    /** What the roll-up has counted at an organisation, behind all policies. */
    private long counted(Regions.Org org, Indicator indicator) {
        return truth.queryForObject(
                """
                select f.n from monitoring.fact f join monitoring.shown s on s.org_id = f.org_id and s.roll_up_id = f.roll_up_id
                where f.org_id = ? and f.year = ? and f.indicator = ?\
                """,
                Long.class,
                org.id().value(),
                year,
                indicator.name());
    }

    private void assertFactsEqualTheRecount(Regions.Region region) {
        var id = region.region().value();
        var expected = Recount.of(truth, id, today);
        assertThat(expected).isNotEmpty();
        assertThat(Recount.stored(truth, id, "fact")).isEqualTo(expected);
    }

    private Human childOf(int age) {
        return Human.born(LocalDate.of(year - age, 3, 1));
    }

    /** The same child goes to two schools of two districts; each school has a card of its own. */
    @Test
    void countsAChildOfTwoSchoolsOnceADistrictAndOnceARegion() {
        var region = regions.fresh();
        var district = region.district();
        var schools = List.of(district.school(), district.school(), region.district().school());
        for (var school : schools) {
            var card =
                    school.ask(
                                    Role.CURATOR,
                                    () -> registration.register(new Registrant(child(), wish())))
                            .person();
            var mentor = ledger.employee(school, Human.born(today.minusYears(40)), "7700000001");
            ledger.pair(mentor, new Ledger.Card(school, card.value()), today.minusDays(20));
        }

        count(region);

        for (var org : schools) {
            assertThat(counted(org, Indicator.MENTEES_10_19)).isEqualTo(1);
        }
        assertThat(counted(district, Indicator.MENTEES_10_19)).isEqualTo(1);
        assertThat(counted(region, Indicator.MENTEES_10_19)).isEqualTo(1);
        assertThat(counted(region, Indicator.MENTORSHIPS)).isEqualTo(3);
        assertThat(counted(region, Indicator.CONSENTS)).isZero();
        assertFactsEqualTheRecount(region);
    }

    private Card child() {
        return new Card(
                PersonName.parse("Светлячков Егор Тихонович").orElseThrow(),
                Born.on(LocalDate.of(year - 13, 5, 17)),
                Category.PUPIL,
                "7А",
                null,
                null,
                null,
                null,
                null,
                null,
                new Representative("Светлячкова Вера", null));
    }

    private static Wish wish() {
        return new Wish.Request("станки", null);
    }

    @Test
    void countsAnEnterpriseThatServesFiveSchoolsOnce() {
        var region = regions.fresh();
        var first = region.district();
        var second = region.district();
        for (var school :
                List.of(
                        first.school(),
                        first.school(),
                        second.school(),
                        second.school(),
                        region.school())) {
            var mentor = ledger.employee(school, Human.born(today.minusYears(40)), "7700000002");
            ledger.pair(mentor, ledger.pupil(school, childOf(12)), today.minusDays(5));
            assertThat(school.id()).isNotNull();
        }

        count(region);

        assertThat(counted(first, Indicator.ENTERPRISES)).isEqualTo(1);
        assertThat(counted(second, Indicator.ENTERPRISES)).isEqualTo(1);
        assertThat(counted(region, Indicator.ENTERPRISES)).isEqualTo(1);
        assertThat(counted(region, Indicator.MENTEES_10_19)).isEqualTo(5);
    }

    /** BR13. */
    @Test
    void countsASchoolUpwardOnlySinceItIsOnTheApprovedList() {
        var region = regions.fresh();
        var district = region.district();
        var listed = district.school();
        var unlisted = district.schoolListedFrom(null);
        var tomorrow = district.schoolListedFrom(today.plusDays(1));
        var sinceToday = district.schoolListedFrom(today);
        for (var school : List.of(listed, unlisted, tomorrow, sinceToday)) {
            var mentor = ledger.pupil(school, childOf(16));
            ledger.pair(mentor, ledger.pupil(school, childOf(12)), today.minusDays(5));
        }

        count(region);

        assertThat(counted(unlisted, Indicator.MENTEES_10_19)).isEqualTo(1);
        assertThat(counted(tomorrow, Indicator.MENTEES_10_19)).isEqualTo(1);
        assertThat(counted(district, Indicator.MENTEES_10_19)).isEqualTo(2);
        assertThat(counted(region, Indicator.MENTORS_15_19)).isEqualTo(2);
        assertThat(
                        truth.queryForList(
                                "select distinct org_id from monitoring.figure where region_id = ?",
                                UUID.class,
                                region.region().value()))
                .containsExactlyInAnyOrder(
                        region.id().value(),
                        district.id().value(),
                        listed.id().value(),
                        sinceToday.id().value());
    }

    /** BR13: each year by the list of its own day. */
    @Test
    void countsASchoolThatLeftTheListAndReturnedInTheYearsInWhichItWasOnIt() {
        var region = regions.fresh();
        var district = region.district();
        var school = district.schoolListedFrom(LocalDate.of(year, 1, 1));
        ledger.listedOnce(school, LocalDate.of(year - 4, 9, 1), LocalDate.of(year - 2, 12, 31));
        var mentor = ledger.employee(school, Human.born(today.minusYears(40)), "7700000001");
        for (int i = 0; i < 6; i++) {
            ledger.pair(mentor, ledger.pupil(school, childOf(15)), LocalDate.of(year - 3, 3, 1));
        }

        count(region);

        assertThat(yearsWithFigures(district)).containsExactly(year - 3, year);
        assertThat(yearsWithFigures(school)).containsExactly(year - 3, year);
        assertFactsEqualTheRecount(region);
    }

    private List<Integer> yearsWithFigures(Regions.Org org) {
        return truth.queryForList(
                "select distinct year from monitoring.figure where org_id = ? order by year",
                Integer.class,
                org.id().value());
    }

    @Test
    void countsAConsentOnTheDaysForWhichItHolds() {
        var region = regions.fresh();
        var school = region.district().school();
        int season = today.getMonthValue() >= 9 ? year : year - 1;
        for (int i = 0; i < 5; i++) {
            var card = ledger.pupil(school, childOf(12));
            ledger.enter(card, "mentee_entry", season, "REGISTERED");
            switch (i) {
                case 0 -> ledger.consent(card, "CN1", "VALID", today.minusDays(9), null);
                case 1 -> ledger.consent(card, "CN1", "VALID", today.minusDays(9), today);
                case 2 ->
                        ledger.consent(
                                card, "CN1", "VALID", today.minusDays(9), today.minusDays(1));
                case 3 -> ledger.consent(card, "CN1", "VALID", today.plusDays(1), null);
                default -> ledger.consent(card, "CN1", "WITHDRAWN", today.minusDays(9), null);
            }
        }

        count(region);

        assertThat(counted(school, Indicator.CONSENTS)).isEqualTo(2);
    }

    /** What the dashboard calls sent, in the words of the review page: of either track. */
    @Test
    void countsASchoolThatHasSentARoadmapOfEitherTrackAndNotTakenItBack() {
        var region = regions.fresh();
        var district = region.district();
        int season = SchoolYear.of(today).startYear();
        ledger.roadmap(district.school(), "LEARNERS", season, true);
        ledger.roadmap(district.school(), "TEACHERS", season, true);
        var both = district.school();
        ledger.roadmap(both, "LEARNERS", season, false);
        ledger.roadmap(both, "TEACHERS", season, true);
        ledger.roadmap(district.school(), "LEARNERS", season, false);
        var back = district.school();
        ledger.roadmap(back, "LEARNERS", season, true);
        ledger.takeRoadmapBack(back, season);
        ledger.roadmap(district.schoolListedFrom(null), "LEARNERS", season, true);

        count(region);

        assertThat(counted(district, Indicator.ROADMAPS_SENT)).isEqualTo(3);
        assertThat(counted(back, Indicator.ROADMAPS_SENT)).isZero();
        assertFactsEqualTheRecount(region);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void countsWhatAPlainRecountCounts(long seed) {
        var landscape = new Landscape(seed, regions, ledger, today);
        landscape.fill(3, 5, 12);
        landscape.moveOne();

        count(landscape.region);

        assertFactsEqualTheRecount(landscape.region);
        assertFiguresAreFactsOrKeptBack(landscape.region);
    }

    private void assertFiguresAreFactsOrKeptBack(Regions.Region region) {
        var id = region.region().value();
        var facts = Recount.stored(truth, id, "fact");
        var shown = Recount.stored(truth, id, "figure");
        var hidden = new ArrayList<String>();
        shown.forEach((name, value) -> {
            if (value.startsWith("hidden")) {
                hidden.add(name);
            } else {
                assertThat(value).as(name).isEqualTo(facts.get(name));
                var indicator = Indicator.valueOf(name.substring(name.lastIndexOf(' ') + 1));
                if (indicator.countsPeople()) {
                    assertThat(value).as(name).doesNotMatch("[1-4] of .*|.* of [1-4]");
                    assertThat(rest(value)).as(name).isNotIn(1L, 2L, 3L, 4L);
                }
            }
        });
        assertThat(hidden).isNotEmpty().hasSizeLessThan(shown.size());
    }

    /** How many are missing to the total, where there is one. */
    private static long rest(String value) {
        var numbers = value.split(" of ");
        return numbers[1].equals("null")
                ? 0
                : Long.parseLong(numbers[1]) - Long.parseLong(numbers[0]);
    }

    /** A recount that never differed from anything would prove nothing. */
    @Test
    void theRecountFindsAFalseFact() {
        var landscape = new Landscape(7, regions, ledger, today);
        landscape.fill(2, 2, 6);
        count(landscape.region);
        var id = landscape.region.region().value();
        truth.update(
                "update monitoring.fact set n = n + 1 where region_id = ? and org_id = ? and indicator = 'MENTEES_10_19' and year = ?",
                id,
                landscape.region.id().value(),
                year);

        assertThat(Recount.stored(truth, id, "fact")).isNotEqualTo(Recount.of(truth, id, today));
    }

    /**
     * Every statement that changes figures fails once. What was shown stays, the next attempt goes
     * on and repeats at most the part that was cut off.
     */
    @Test
    void goesOnWhereItWasCutOffWhereverThatWas() {
        var landscape = new Landscape(11, regions, ledger, today);
        landscape.fill(1, 2, 8);
        var region = landscape.region;
        count(region);

        try (var fault = new PlantedFault(truth)) {
            fault.at(0);
            count(region);
            long all = fault.statements();
            assertThat(all).isGreaterThan(20);
            for (int at = 1; at <= all; at++) {
                var before = Recount.stored(truth, region.region().value(), "figure");
                fault.at(at);
                var rollUp = request(region);
                runner.carryOut(region.systemScope());
                assertThat(stateOf(region, rollUp)).as("cut off at %s", at).isEqualTo(State.FAILED);
                assertThat(Recount.stored(truth, region.region().value(), "figure"))
                        .isEqualTo(before);
                long first = fault.statements();

                fault.at(0);
                assertThat(request(region)).isEqualTo(rollUp);
                runner.carryOut(region.systemScope());
                assertThat(stateOf(region, rollUp)).as("after %s", at).isEqualTo(State.DONE);
                long second = fault.statements();
                assertThat(first + second)
                        .as("cut off at %s: %s and %s statements", at, first, second)
                        .isLessThanOrEqualTo(all + 9);
                assertFactsEqualTheRecount(region);
                assertFiguresAreFactsOrKeptBack(region);
            }
        }
    }

    /** What a process leaves that is killed: everything says that it still runs. */
    @Test
    void goesOnAfterAProcessHasDied() {
        var landscape = new Landscape(12, regions, ledger, today);
        landscape.fill(2, 2, 8);
        var region = landscape.region;
        try (var fault = new PlantedFault(truth)) {
            fault.at(0);
            count(region);
            long all = fault.statements();
            fault.at(all / 2);
            var rollUp = request(region);
            runner.carryOut(region.systemScope());
            assertThat(stateOf(region, rollUp)).isEqualTo(State.FAILED);
            die(rollUp);

            fault.at(0);
            assertThat(request(region)).isEqualTo(rollUp);
            runner.carryOut(region.systemScope());
            assertThat(fault.statements()).as("still believed alive").isZero();
            fallSilent(rollUp);
            runner.carryOut(region.systemScope());

            assertThat(stateOf(region, rollUp)).isEqualTo(State.DONE);
            assertThat(fault.statements()).isPositive().isLessThan(all);
        }
        assertFactsEqualTheRecount(region);
    }

    private void die(UUID rollUp) {
        truth.update(
                "update monitoring.roll_up set state = 'RUNNING', failure = null, finished_at = null, beat_at = ? where id = ?",
                Timestamp.from(clock.instant()),
                rollUp);
        truth.update(
                """
                update infra.batch_step_execution set status = 'STARTED', exit_code = 'EXECUTING', end_time = null
                where status = 'FAILED' and job_execution_id in (
                    select job_execution_id from infra.batch_job_execution_params where parameter_value = ?)\
                """,
                rollUp.toString());
        assertThat(
                        truth.update(
                                """
                                update infra.batch_job_execution set status = 'STARTED', exit_code = 'UNKNOWN', end_time = null
                                where job_execution_id in (
                                    select job_execution_id from infra.batch_job_execution_params where parameter_value = ?)\
                                """,
                                rollUp.toString()))
                .isEqualTo(1);
    }

    /** One statement may take longer than a process that says nothing is believed to live. */
    @Test
    void leavesARunToItsProcessHoweverLongOneStatementTakes() throws Exception {
        var region = regions.fresh();
        region.district().school();
        var rollUp = request(region);
        try (var fault = new PlantedFault(truth);
                var threads = Executors.newSingleThreadExecutor()) {
            fault.halt();
            Future<?> run = threads.submit(() -> runner.carryOut(region.systemScope()));
            try {
                await().untilAsserted(() -> assertThat(fault.halted()).isEqualTo(1));
                fallSilent(rollUp);
                await().untilAsserted(() ->
                        assertThat(beatOf(rollUp))
                                .isAfter(clock.instant().minus(RollUps.DEAD_AFTER)));
                assertThat(region.askAsSystem(() -> rollUps.take(rollUp))).isEmpty();
            } finally {
                fault.letGo();
            }
            run.get();
        }
        assertThat(stateOf(region, rollUp)).isEqualTo(State.DONE);
    }

    private void fallSilent(UUID rollUp) {
        truth.update(
                "update monitoring.roll_up set beat_at = ? where id = ?",
                Timestamp.from(clock.instant().minus(RollUps.DEAD_AFTER).minusSeconds(1)),
                rollUp);
    }

    private Instant beatOf(UUID rollUp) {
        return truth.queryForObject(
                        "select beat_at from monitoring.roll_up where id = ?",
                        Timestamp.class,
                        rollUp)
                .toInstant();
    }

    @Test
    void beatsOnlyForTheProcessThatWorksAndOnlyWhileItDoes() {
        var region = regions.fresh();
        var rollUp = request(region);
        var dead = region.askAsSystem(() -> rollUps.take(rollUp)).orElseThrow();
        assertThat(region.askAsSystem(() -> rollUps.beat(rollUp, dead))).isTrue();
        fallSilent(rollUp);
        var alive = region.askAsSystem(() -> rollUps.take(rollUp)).orElseThrow();
        assertThat(region.askAsSystem(() -> rollUps.beat(rollUp, dead))).isFalse();
        assertThat(region.askAsSystem(() -> rollUps.beat(rollUp, alive))).isTrue();

        inRollUp(region, () -> rollUps.finish(rollUp, alive));
        assertThat(region.askAsSystem(() -> rollUps.beat(rollUp, alive))).isFalse();
    }

    @Test
    void letsEveryStatementTakeHalfAnHour() {
        var landscape = new Landscape(16, regions, ledger, today);
        landscape.fill(1, 2, 4);
        try (var fault = new PlantedFault(truth)) {
            count(landscape.region);
            assertThat(fault.allowed()).containsExactly("30min");
        }
    }

    @Test
    void letsAProcessThatWasBelievedDeadChangeNothingMore() {
        var region = regions.fresh();
        region.district().school();
        var rollUp = request(region);
        var dead = region.askAsSystem(() -> rollUps.take(rollUp)).orElseThrow();
        assertThat(region.askAsSystem(() -> rollUps.take(rollUp))).isEmpty();
        fallSilent(rollUp);
        assertThat(region.askAsSystem(() -> rollUps.take(rollUp))).isPresent();

        assertThatIllegalStateException()
                .isThrownBy(() -> inRollUp(region, () -> rollUps.partDone(rollUp, dead)));
        assertThatIllegalStateException()
                .isThrownBy(() -> inRollUp(region, () -> rollUps.finish(rollUp, dead)));
        inRollUp(region, () -> rollUps.fail(rollUp, dead, "monitoring.roll-up.failure.count"));
        assertThat(stateOf(region, rollUp)).isEqualTo(State.RUNNING);
    }

    private void inRollUp(Regions.Region region, Runnable work) {
        CurrentScope.run(
                scopes.rollup(region.region()),
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(status -> work.run()));
    }

    @Test
    void beginsAnewWhenItFailedLongAgo() {
        var landscape = new Landscape(13, regions, ledger, today);
        landscape.fill(1, 1, 3);
        UUID failed;
        try (var fault = new PlantedFault(truth)) {
            fault.at(3);
            failed = request(landscape.region);
            runner.carryOut(landscape.region.systemScope());
        }
        truth.update(
                "update monitoring.roll_up set finished_at = ? where id = ?",
                Timestamp.from(clock.instant().minus(Duration.ofHours(2))),
                failed);

        assertThat(count(landscape.region)).isNotEqualTo(failed);
        assertFactsEqualTheRecount(landscape.region);
        assertThat(
                        truth.queryForObject(
                                "select count(*) from monitoring.fact where roll_up_id = ?",
                                Long.class,
                                failed))
                .isZero();
    }

    /** A page that has looked up which figures are shown still finds them after the switch. */
    @Test
    void leavesAReaderInItsTransactionWhatItHasBegunToRead() throws Exception {
        var landscape = new Landscape(14, regions, ledger, today);
        landscape.fill(1, 3, 8);
        var region = landscape.region;
        count(region);
        var district = landscape.districts.getFirst();

        long after =
                district.ask(
                        Role.DISTRICT_OFFICER,
                        () ->
                                new TransactionTemplate(transactions)
                                        .execute(status -> {
                                            var shown =
                                                    jdbc.sql(
                                                                    "select roll_up_id from monitoring.shown where org_id = ?")
                                                            .param(district.id().value())
                                                            .query(UUID.class)
                                                            .single();
                                            elsewhere(() -> count(region));
                                            return jdbc.sql(
                                                            "select count(*) from monitoring.figure where roll_up_id = ?")
                                                    .param(shown)
                                                    .query(Long.class)
                                                    .single();
                                        }));

        assertThat(after).isPositive();
        assertThat(
                        truth.queryForObject(
                                "select count(distinct roll_up_id) from monitoring.figure where region_id = ?",
                                Long.class,
                                region.region().value()))
                .isEqualTo(2);
    }

    private static <T> T elsewhere(Callable<T> work) {
        try (var threads = Executors.newSingleThreadExecutor()) {
            return threads.submit(work).get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void showsFiguresAtEveryMomentOfARollUp() throws Exception {
        var landscape = new Landscape(15, regions, ledger, today);
        landscape.fill(1, 2, 6);
        var region = landscape.region;
        var district = landscape.districts.getFirst();
        count(region);
        var over = new AtomicBoolean();
        var looks = new ArrayList<Boolean>();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var reader =
                    threads.submit(() -> {
                        while (!over.get()) {
                            looks.add(
                                    district.ask(
                                                    Role.DISTRICT_OFFICER,
                                                    () -> figures.dashboard(district.id(), year))
                                            .filter(Dashboard::counted)
                                            .isPresent());
                        }
                        return true;
                    });
            for (int i = 0; i < 3; i++) {
                count(region);
            }
            over.set(true);
            assertThat(reader.get()).isTrue();
        }
        assertThat(looks).hasSizeGreaterThan(5).doesNotContain(false);
    }

    /** The schedule asks once a night for each region; another process finds the lock taken. */
    @Test
    void asksForARollUpOfEachRegionEveryNight() {
        var first = regions.fresh();
        var second = regions.fresh();

        runner.everyNight();

        for (var region : List.of(first, second)) {
            assertThat(region.ask(Role.REGION_ANALYST, rollUps::open))
                    .hasValueSatisfying(one -> assertThat(one.state()).isEqualTo(State.REQUESTED));
        }
        truth.update("delete from monitoring.roll_up");
        truth.update(
                "update infra.shedlock set lock_until = now() at time zone 'utc' + interval '1 hour' where name = 'monitoring.nightly'");
        runner.everyNight();
        assertThat(first.ask(Role.REGION_ANALYST, rollUps::open)).isEmpty();
        truth.update("delete from infra.shedlock where name = 'monitoring.nightly'");
    }
}
