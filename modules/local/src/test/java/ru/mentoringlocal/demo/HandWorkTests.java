package ru.mentoringlocal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.agenda.domain.TaskBook;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.domain.RoadmapQueries;
import ru.mentoring.roadmaps.domain.RoadmapReview;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoring.tenancy.Track;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoringlocal.demo.plan.RegionPlan;
import ru.mentoringlocal.demo.plan.SchoolPlan;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;

/** What somebody finds who signs in to the demonstration. */
@RegionDemoTest
class HandWorkTests {

    /** A roadmap that lies before whoever stands above its school. */
    private record Waiting(UUID region, UUID reviewer, UUID id) {}

    @Autowired private Demonstration demonstration;
    @Autowired private Assignments assignments;
    @Autowired private RoadmapQueries roadmaps;
    @Autowired private RoadmapReview review;
    @Autowired private SystemScopes scopes;
    @Autowired private TaskBook tasks;
    @Autowired private OracleDb oracle;
    @Autowired private Clock clock;

    @Test
    void leavesTheWholeTourToTheCurator() {
        for (var login : List.of("curator", "curator2")) {
            var place = place(login);

            assertThat(
                            CurrentScope.call(
                                    place.scope(),
                                    () -> roadmaps.existing(Track.LEARNERS, region().startYear())))
                    .isEmpty();
        }
    }

    @Test
    void hasNobodyOfTheSampleRegisterAtTheCuratorsSchool() throws IOException {
        var sample = Path.of("../../docs/samples/reestr-uchastnikov.xlsx");
        var words = new HashSet<String>();
        try (var file = Files.newInputStream(sample);
                var book = new ReadableWorkbook(file)) {
            for (var sheet : book.getSheets().toList()) {
                sheet.read()
                        .forEach(row ->
                                row.forEach(cell -> {
                                    if (cell != null) {
                                        words.add(cell.getText());
                                    }
                                }));
            }
        }

        assertThat(words).hasSizeGreaterThan(50).doesNotContainAnyElementsOf(names("curator"));
    }

    private Set<String> names(String login) {
        return Set.copyOf(
                oracle.jdbc()
                        .sql(
                                "select concat_ws(' ', surname, given_name, patronymic) from participants.person where org_id = ?")
                        .param(place(login).org().value())
                        .query(String.class)
                        .list());
    }

    @Test
    void givesTheNextPersonTheirTask() {
        assertThat(titles("officer")).contains("roadmaps.task.review");
        assertThat(titles("curator2")).contains("roadmaps.task.revise");
    }

    @Test
    void letsTheNextStepCloseTheTaskOfARoadmapThatCameInBulk() {
        var waiting =
                oracle.jdbc()
                        .sql(
                                """
                                select region_id as region, reviewer_id as reviewer, id from roadmaps.roadmap
                                where state = 'ON_AGREEMENT' and composed_by is null order by id limit 1\
                                """)
                        .query(Waiting.class)
                        .single();
        var reviewer = scopes.of(new RegionId(waiting.region()), new OrgId(waiting.reviewer()));
        var id = new RoadmapId(waiting.id());
        assertThat(openTasks(waiting.id())).isEqualTo(1);

        CurrentScope.run(
                reviewer,
                () -> {
                    review.acceptRest(id, roadmaps.view(id, 0).edition());
                    review.agree(id, roadmaps.view(id, 0).version());
                });

        assertThat(
                        oracle.count(
                                "select count(*) from agenda.task where key = ? and closed_at is not null",
                                "roadmaps.roadmap:%s:review".formatted(waiting.id())))
                .isEqualTo(1);
    }

    private long openTasks(UUID roadmap) {
        return oracle.count(
                "select count(*) from agenda.task where key like ? and closed_at is null",
                "roadmaps.roadmap:%s:%%".formatted(roadmap));
    }

    private List<String> titles(String login) {
        return CurrentScope.call(place(login).scope(), tasks::mine).stream()
                .map(task -> task.titleKey())
                .toList();
    }

    @Test
    void recordsInWhoseNameItWasDone() {
        var school = school("ЗЛЦ-05");

        assertThat(
                        oracle.jdbc()
                                .sql(
                                        """
                                        select distinct action || ' ' || role from audit.entry
                                        where org_id = ? and account_id is not null\
                                        """)
                                .param(school.id())
                                .query(String.class)
                                .list())
                .contains("roadmap.composed CURATOR", "roadmap.submitted CURATOR");
    }

    @Test
    void writesALetterToTheOfficer() {
        assertThat(
                        oracle.count(
                                "select count(*) from agenda.letter where org_id = ?",
                                place("officer").org().value()))
                .isPositive();
    }

    @Test
    void startsAPairOfNewcomersStepByStep() {
        assertThat(
                        oracle.count(
                                """
                                select count(*) from programs.mentorship m
                                join programs.meeting t on t.mentorship_id = m.id and t.state = 'HELD'
                                where m.org_id = ? and m.started_on = ?\
                                """,
                                school("ОБЛ-01").id(),
                                LocalDate.now(clock)))
                .isEqualTo(1);
    }

    @Test
    void doesNothingTwice() {
        var before = everything();

        for (var place : demonstration.places(demonstration.draw())) {
            assertThat(demonstration.fill(place)).isFalse();
        }

        assertThat(everything()).isEqualTo(before);
    }

    private long everything() {
        return oracle.count("select count(*) from audit.entry")
                + oracle.count("select count(*) from roadmaps.item");
    }

    private Assignments.Place place(String login) {
        return assignments.of(SignedIn.ISSUER, login).getFirst();
    }

    private SchoolPlan school(String code) {
        UUID id = region().organisation(code).orElseThrow();
        return region().schools().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private RegionPlan region() {
        return demonstration.draw().getFirst();
    }
}
