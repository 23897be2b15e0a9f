package ru.mentoring.tenancy.profile;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.profile.Profile.State;

/**
 * States what schools are and confirms it. What a district states waits for the regional centre;
 * what the centre states holds at once.
 *
 * <p>The database refuses a district that confirms, whatever is said here.
 */
@Component
public class ProfileDesk {

    private static final String TYPE = "profile";
    private static final int BATCH = 500;

    /** What came of stating something. */
    public enum Outcome {
        /** It holds already, or waits already. */
        UNCHANGED,
        /** It waits for the centre. */
        PROPOSED,
        /** It holds. */
        CONFIRMED
    }

    /** A statement as somebody saw it. */
    public record Seen(UUID profile, int version) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Profiles profiles;
    private final ProfileYears years;
    private final Audit audit;
    private final Clock clock;

    ProfileDesk(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Profiles profiles,
            ProfileYears years,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.profiles = profiles;
        this.years = years;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the mark of what is stated of a school for a year, to notice a change meanwhile. */
    public String mark(OrgId school, int startYear) {
        return profiles.open(school, startYear)
                .or(() -> profiles.confirmed(school, startYear))
                .map(one -> one.id() + ":" + one.version())
                .orElse("");
    }

    /**
     * States what a school is in a year.
     *
     * @param seen the mark of what was there when the form was opened
     * @throws IllegalArgumentException if the facts cannot be so
     * @throws NoSuchProfileYear if nothing is stated for such a year
     * @throws ru.mentoring.tenancy.NoSuchOrg if the school does not stand below the scope
     * @throws OptimisticLockingFailureException if somebody has stated something else since
     */
    @Transactional
    public Outcome state(OrgId school, int startYear, SchoolFacts facts, String seen) {
        var scope = CurrentScope.get();
        scope.demand("profile.propose");
        years.demand(startYear);
        if (facts.fault().isPresent()) {
            throw new IllegalArgumentException("Such facts cannot be: " + facts.fault().get());
        }
        profiles.school(school);
        lock(school);
        if (!mark(school, startYear).equals(seen)) {
            throw new OptimisticLockingFailureException(
                    "Something else was stated since the form was opened");
        }
        var open = profiles.open(school, startYear);
        var holds = profiles.confirmed(school, startYear);
        boolean decides = decides(scope);
        if (open.isEmpty() && holds.filter(one -> one.facts().equals(facts)).isPresent()
                || !decides
                        && open.filter(one ->
                                        one.state() == State.PROPOSED && one.facts().equals(facts))
                                .isPresent()) {
            return Outcome.UNCHANGED;
        }
        if (open.isPresent()) {
            rewrite(open.get(), facts);
        }
        var id = open.map(Profile::id).orElseGet(() -> insert(school, startYear, facts));
        audit.record("profile.stated", TYPE, id, String.valueOf(startYear));
        if (!decides) {
            return Outcome.PROPOSED;
        }
        enforce(profiles.one(id));
        return Outcome.CONFIRMED;
    }

    /**
     * Lets statements hold. Those that somebody has changed or decided on since they were seen stay
     * as they are.
     *
     * @return how many hold now
     * @throws NoSuchProfile if the scope does not reach one of them
     */
    @Transactional
    public int confirm(List<Seen> seen) {
        CurrentScope.get().demand("profile.confirm");
        int confirmed = 0;
        for (var one : seen) {
            var profile = profiles.one(one.profile());
            lock(profile.school());
            profile = profiles.one(one.profile());
            if (profile.state() == State.PROPOSED && profile.version() == one.version()) {
                enforce(profile);
                confirmed++;
            }
        }
        return confirmed;
    }

    /**
     * Returns a statement to the district.
     *
     * @param remark what is to be changed
     * @throws NoSuchProfile if the scope does not reach it
     * @throws OptimisticLockingFailureException if it was changed or decided on since it was seen
     */
    @Transactional
    public void giveBack(Seen seen, String remark) {
        var scope = CurrentScope.get();
        scope.demand("profile.confirm");
        profiles.one(seen.profile());
        var returned =
                jdbc.sql(
                                """
                                update tenancy.profile set state = 'RETURNED', remark = :remark, decided_by = cast(:actor as uuid), decided_at = :now,
                                    version = version + 1
                                where id = :id and state = 'PROPOSED' and version = :version\
                                """)
                        .param("remark", remark)
                        .param("actor", actor(scope))
                        .param("now", now())
                        .param("id", seen.profile())
                        .param("version", seen.version())
                        .update();
        if (returned == 0) {
            throw new OptimisticLockingFailureException("The statement was changed since");
        }
        audit.record("profile.returned", TYPE, seen.profile(), "remark");
    }

    /**
     * Keeps what is known of schools of which nothing is stated yet; it holds at once. Not an act
     * of its own: whoever opens the schools records it.
     *
     * @throws ru.mentoring.tenancy.Forbidden if the person may not confirm
     * @throws IllegalArgumentException if some of the facts cannot be so
     */
    @Transactional
    public void enter(int startYear, Map<OrgId, SchoolFacts> known) {
        var scope = CurrentScope.get();
        scope.demand("profile.confirm");
        years.demand(startYear);
        if (known.values().stream().anyMatch(one -> one.fault().isPresent())) {
            throw new IllegalArgumentException("Some facts cannot be");
        }
        var actor = actor(scope);
        var at = now();
        batches.batchUpdate(
                """
                insert into tenancy.profile (region_id, id, org_id, version, start_year, state, small, rural, remote,
                    pupils_under_10, pupils_10_14, pupils_15_19, teachers, young_teachers, proposed_by, proposed_at, decided_by,
                    decided_at)
                values (?, ?, ?, 0, ?, 'CONFIRMED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                List.copyOf(known.entrySet()),
                BATCH,
                (statement, entry) -> {
                    var facts = entry.getValue();
                    statement.setObject(1, scope.region().value());
                    statement.setObject(2, Ids.next());
                    statement.setObject(3, entry.getKey().value());
                    statement.setInt(4, startYear);
                    statement.setBoolean(5, facts.small());
                    statement.setBoolean(6, facts.rural());
                    statement.setBoolean(7, facts.remote());
                    statement.setObject(8, facts.under10(), Types.INTEGER);
                    statement.setObject(9, facts.from10to14(), Types.INTEGER);
                    statement.setObject(10, facts.from15to19(), Types.INTEGER);
                    statement.setObject(11, facts.teachers(), Types.INTEGER);
                    statement.setObject(12, facts.youngTeachers(), Types.INTEGER);
                    statement.setObject(13, actor, Types.OTHER);
                    statement.setTimestamp(14, at);
                    statement.setObject(15, actor, Types.OTHER);
                    statement.setTimestamp(16, at);
                });
    }

    private static boolean decides(Scope scope) {
        return scope.level() == Level.REGION && scope.may("profile.confirm");
    }

    /** One at a time for each school, so that two statements meet in order. */
    private void lock(OrgId school) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('tenancy.profile ' || ?, 0))")
                .param(school.value().toString())
                .query(row -> {});
    }

    private UUID insert(OrgId school, int startYear, SchoolFacts facts) {
        var id = Ids.next();
        var scope = CurrentScope.get();
        written(
                        """
                        insert into tenancy.profile (region_id, id, org_id, version, start_year, state, small, rural, remote,
                            pupils_under_10, pupils_10_14, pupils_15_19, teachers, young_teachers, proposed_by, proposed_at)
                        values (:region, :id, :school, 0, :year, 'PROPOSED', :small, :rural, :remote, cast(:under10 as int),
                            cast(:from10to14 as int), cast(:from15to19 as int), cast(:teachers as int), cast(:young as int),
                            cast(:actor as uuid), :now)\
                        """,
                        facts)
                .param("region", scope.region().value())
                .param("id", id)
                .param("school", school.value())
                .param("year", startYear)
                .update();
        return id;
    }

    private void rewrite(Profile open, SchoolFacts facts) {
        written(
                        """
                        update tenancy.profile set state = 'PROPOSED', small = :small, rural = :rural, remote = :remote,
                            pupils_under_10 = cast(:under10 as int), pupils_10_14 = cast(:from10to14 as int),
                            pupils_15_19 = cast(:from15to19 as int), teachers = cast(:teachers as int),
                            young_teachers = cast(:young as int), proposed_by = cast(:actor as uuid), proposed_at = :now,
                            decided_by = null, decided_at = null, remark = null, version = version + 1
                        where id = :id\
                        """,
                        facts)
                .param("id", open.id())
                .update();
    }

    private JdbcClient.StatementSpec written(String sql, SchoolFacts facts) {
        return jdbc.sql(sql)
                .param("small", facts.small())
                .param("rural", facts.rural())
                .param("remote", facts.remote())
                .param("under10", facts.under10())
                .param("from10to14", facts.from10to14())
                .param("from15to19", facts.from15to19())
                .param("teachers", facts.teachers())
                .param("young", facts.youngTeachers())
                .param("actor", actor(CurrentScope.get()))
                .param("now", now());
    }

    private void enforce(Profile profile) {
        jdbc.sql(
                        """
                        update tenancy.profile set state = 'REPLACED', version = version + 1
                        where org_id = ? and start_year = ? and state = 'CONFIRMED'\
                        """)
                .params(profile.school().value(), profile.startYear())
                .update();
        jdbc.sql(
                        """
                        update tenancy.profile set state = 'CONFIRMED', decided_by = cast(:actor as uuid), decided_at = :now,
                            version = version + 1
                        where id = :id\
                        """)
                .param("actor", actor(CurrentScope.get()))
                .param("now", now())
                .param("id", profile.id())
                .update();
        markSmall(profile);
        audit.record("profile.confirmed", TYPE, profile.id(), String.valueOf(profile.startYear()));
    }

    /** The thresholds of today follow the last year for which something holds (BR18). */
    private void markSmall(Profile profile) {
        jdbc.sql(
                        """
                        select sec.mark_small(last.org_id, last.small) from (
                            select p.org_id, p.small from tenancy.profile p
                            where p.org_id = ? and p.state = 'CONFIRMED' order by p.start_year desc limit 1) last\
                        """)
                .param(profile.school().value())
                .query(row -> {});
    }

    private static @Nullable UUID actor(Scope scope) {
        return scope.actor().map(AccountId::value).orElse(null);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
