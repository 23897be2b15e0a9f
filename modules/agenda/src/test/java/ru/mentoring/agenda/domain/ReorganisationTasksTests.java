package ru.mentoring.agenda.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.agenda.Agenda;
import ru.mentoring.agenda.TaskView;
import ru.mentoring.tenancy.OrgChange.Renaming;
import ru.mentoring.tenancy.ReorganisationId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.organisations.Reorganisations;
import ru.mentoring.tenancy.organisations.Reorganisations.Outcome;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class ReorganisationTasksTests {

    @Autowired Regions regions;
    @Autowired Reorganisations reorganisations;
    @Autowired Agenda agenda;
    @Autowired Clock clock;

    private Regions.Region region;
    private Regions.District district;
    private LocalDate day;

    @BeforeEach
    void openADistrict() {
        region = regions.fresh();
        district = region.district();
        region.subject(Role.REGION_ADMIN);
        day = LocalDate.now(clock).plusDays(40);
    }

    private ReorganisationId propose(Regions.Org where, Role role) {
        var renaming = new Renaming(district.id(), "Новый район", "Новый район");
        var outcome =
                where.ask(
                        role, () -> reorganisations.propose(renaming, day, "4", day.minusDays(9)));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).id();
    }

    private List<TaskView> tasks() {
        return region.ask(Role.REGION_ADMIN, agenda::mine);
    }

    @Test
    void asksTheCentreUntilItHasDecided() {
        var id = propose(district, Role.DISTRICT_OFFICER);

        await().untilAsserted(() ->
                assertThat(tasks())
                        .singleElement()
                        .satisfies(task -> {
                            assertThat(task.path()).endsWith("/changes/" + id.value());
                            assertThat(task.due()).isEqualTo(day);
                        }));
        region.as(Role.REGION_ADMIN, () -> reorganisations.refuse(id, 0, "не тот приказ"));
        await().untilAsserted(() -> assertThat(tasks()).isEmpty());
    }

    @Test
    void asksForNothingMoreWhenTheDistrictTakesItBack() {
        var id = propose(district, Role.DISTRICT_OFFICER);
        await().untilAsserted(() -> assertThat(tasks()).hasSize(1));

        district.as(Role.DISTRICT_OFFICER, () -> reorganisations.withdraw(id, 0));

        await().untilAsserted(() -> assertThat(tasks()).isEmpty());
    }
}
