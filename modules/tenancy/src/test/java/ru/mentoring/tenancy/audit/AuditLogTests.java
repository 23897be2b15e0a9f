package ru.mentoring.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoring.tenancy.audit.AuditLog.Nature;
import ru.mentoring.tenancy.audit.AuditLog.Wanted;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoringtest.ModuleTest;

@ModuleTest
class AuditLogTests {

    private static final Wanted EVERYTHING = new Wanted(null, null, "", "", null, "", null, null);

    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired SystemScopes systemScopes;
    @Autowired Audit audit;
    @Autowired AuditLog log;
    @Autowired PlatformTransactionManager transactionManager;

    private Workplaces places;

    @BeforeEach
    void openPlaces() {
        places = Workplaces.open(founding, assignments);
    }

    @Test
    void tellsWhoDidWhatAndWhere() {
        var object = Ids.next();
        places.as(Role.CURATOR, () -> record("consent.recorded", object, "CN1"));

        var line = only(read(Role.REGION_ADMIN, EVERYTHING));

        assertThat(line.actor()).isEqualTo("Ирина Дубравина");
        assertThat(line.roles()).containsExactly("CURATOR");
        assertThat(line.org()).isEqualTo("Школа № 1");
        assertThat(line.action()).isEqualTo("consent.recorded");
        assertThat(line.object()).isEqualTo(object);
        assertThat(line.fields()).containsExactly("CN1");
        assertThat(line.refused()).isFalse();
    }

    @Test
    void callsTheSystemByNoName() {
        CurrentScope.run(
                systemScopes.of(places.region(), places.school()),
                () -> record("register.imported", Ids.next()));

        var line = only(read(Role.DIRECTOR, EVERYTHING));

        assertThat(line.bySystem()).isTrue();
        assertThat(line.actor()).isEmpty();
        assertThat(line.roles()).isEmpty();
    }

    @Test
    void showsASchoolNothingOfTheOthers() {
        var other = Workplaces.open(founding, assignments);
        other.as(Role.CURATOR, () -> record("consent.recorded", Ids.next()));
        places.as(Role.REGION_ADMIN, () -> record("roll-up.requested", Ids.next()));

        assertThat(read(Role.DIRECTOR, EVERYTHING)).isEmpty();
        assertThat(read(Role.REGION_ADMIN, EVERYTHING)).hasSize(1);
    }

    @Test
    void readsPartAfterPartWithoutGapsOrRepetitions() {
        var written = new ArrayList<UUID>();
        places.as(
                Role.CURATOR,
                () -> {
                    for (int i = 0; i < 2 * AuditLog.PART + 1; i++) {
                        var object = Ids.next();
                        written.addFirst(object);
                        record("consent.recorded", object);
                    }
                });

        var seen = new ArrayList<UUID>();
        @Nullable UUID before = null;
        AuditLog.Part part;
        int parts = 0;
        do {
            var wanted = new Wanted(null, null, "", "", null, "", null, before);
            part = CurrentScope.call(places.scope(Role.DIRECTOR), () -> log.read(wanted));
            part.lines().forEach(line -> seen.add(line.object()));
            before = part.lines().getLast().id();
            parts++;
        } while (part.further());

        assertThat(parts).isEqualTo(3);
        assertThat(seen).containsExactlyElementsOf(written);
    }

    @Test
    void findsByWhatWasDone() {
        places.as(
                Role.CURATOR,
                () -> {
                    record("consent.recorded", Ids.next());
                    audit.read("consent.seen", "organisation", places.school().value());
                    audit.refused("consent.record");
                });

        assertThat(actions(wanted("", "", Nature.CHANGE, ""))).containsExactly("consent.recorded");
        assertThat(actions(wanted("", "", Nature.LOOK, ""))).containsExactly("consent.seen");
        assertThat(actions(wanted("", "", Nature.REFUSAL, ""))).containsExactly("access.refused");
        assertThat(actions(wanted("", "consent", null, "")))
                .containsExactly("consent.seen", "consent.recorded");
    }

    @Test
    void findsByPersonOrganisationAndObject() {
        var object = Ids.next();
        places.as(Role.CURATOR, () -> record("consent.recorded", object));
        places.as(Role.REGION_ADMIN, () -> record("roll-up.requested", Ids.next()));

        assertThat(actions(wanted("дубрав", "", null, ""))).hasSize(2);
        assertThat(actions(wanted("Никто", "", null, ""))).isEmpty();
        assertThat(actions(wanted("", "", null, "школа №"))).containsExactly("consent.recorded");
        assertThat(actions(wanted("", "", null, "s1"))).containsExactly("consent.recorded");
        assertThat(actions(new Wanted(null, null, "", "", null, "", object, null)))
                .containsExactly("consent.recorded");
    }

    @Test
    void findsByPeriod() {
        places.as(Role.CURATOR, () -> record("consent.recorded", Ids.next()));
        var at = only(read(Role.DIRECTOR, EVERYTHING)).at();

        assertThat(actions(period(at, null))).hasSize(1);
        assertThat(actions(period(at.plusMillis(1), null))).isEmpty();
        assertThat(actions(period(null, at))).isEmpty();
        assertThat(actions(period(null, at.plusMillis(1)))).hasSize(1);
    }

    /** An id that is no entry of the scope begins nowhere, rather than at the newest entry. */
    @Test
    void beginsNowhereAfterAnEntryOfSomebodyElse() {
        var other = Workplaces.open(founding, assignments);
        other.as(Role.CURATOR, () -> record("consent.recorded", Ids.next()));
        var foreign =
                CurrentScope.call(other.scope(Role.DIRECTOR), () -> log.read(EVERYTHING))
                        .lines()
                        .getFirst()
                        .id();
        places.as(Role.CURATOR, () -> record("consent.recorded", Ids.next()));

        assertThat(actions(new Wanted(null, null, "", "", null, "", null, foreign))).isEmpty();
    }

    private static Wanted wanted(String person, String topic, @Nullable Nature nature, String org) {
        return new Wanted(null, null, person, topic, nature, org, null, null);
    }

    private static Wanted period(@Nullable Instant from, @Nullable Instant until) {
        return new Wanted(from, until, "", "", null, "", null, null);
    }

    private List<String> actions(Wanted wanted) {
        return read(Role.REGION_ADMIN, wanted).stream().map(AuditLine::action).toList();
    }

    private List<AuditLine> read(Role reader, Wanted wanted) {
        return CurrentScope.call(places.scope(reader), () -> log.read(wanted).lines());
    }

    private static AuditLine only(List<AuditLine> lines) {
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private void record(String action, UUID object, String... fields) {
        new TransactionTemplate(transactionManager)
                .executeWithoutResult(status -> audit.record(action, "consent", object, fields));
    }
}
