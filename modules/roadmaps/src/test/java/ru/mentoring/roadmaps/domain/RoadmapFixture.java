package ru.mentoring.roadmaps.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.Track;

/** Roadmaps to try rules on. */
final class RoadmapFixture {

    static final Instant NOW = Instant.parse("2026-10-12T09:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 10, 12);
    static final AccountId CURATOR = new AccountId(UUID.randomUUID());
    static final AccountId OFFICER = new AccountId(UUID.randomUUID());
    static final AccountId DIRECTOR = new AccountId(UUID.randomUUID());
    static final OrgId SCHOOL = new OrgId(UUID.randomUUID());
    static final OrgId DISTRICT = new OrgId(UUID.randomUUID());

    private RoadmapFixture() {}

    /** A scope in which aggregates can be made without a database. */
    static Scope schoolScope() {
        return new Scope(
                Level.SCHOOL,
                new RegionId(UUID.randomUUID()),
                SCHOOL,
                UUID.randomUUID(),
                CURATOR,
                Set.of(Role.CURATOR),
                Set.of("roadmap.edit", "roadmap.submit"));
    }

    static Wording row(String number, String title) {
        return new Wording(
                number,
                title,
                List.of(),
                "до 15.10.2026",
                new Deadline.ByDate(LocalDate.of(2026, 10, 15)),
                List.of("Куратор"),
                "Протокол",
                "",
                "");
    }

    /** Two sections with this many rows together. */
    static Plan plan(int rows) {
        return new Plan(
                Track.LEARNERS,
                2026,
                "Дорожная карта",
                "Школа",
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2027, 8, 31),
                List.of(
                        new Plan.Part("1", "Организация", List.of(), rows(1, rows / 2)),
                        new Plan.Part("2", "Наблюдение", List.of(), rows(2, rows - rows / 2))));
    }

    static Roadmap draft() {
        return Roadmap.compose(plan(4), CURATOR, NOW);
    }

    static Roadmap sent() {
        var roadmap = draft();
        roadmap.submit(DISTRICT, CURATOR, NOW);
        return roadmap;
    }

    static Roadmap returned() {
        var roadmap = sent();
        roadmap.criticise(item(roadmap, 0), ItemField.DEADLINE, "Укажите дату", OFFICER, NOW);
        roadmap.acceptRest();
        roadmap.giveBack(OFFICER, NOW);
        return roadmap;
    }

    static Roadmap agreed() {
        var roadmap = sent();
        roadmap.acceptRest();
        roadmap.agree(OFFICER, NOW);
        return roadmap;
    }

    static Roadmap onApproval() {
        var roadmap = agreed();
        roadmap.handOver(NOW);
        return roadmap;
    }

    static Roadmap inForce() {
        var roadmap = onApproval();
        roadmap.approve("12-о", TODAY, TODAY, NOW);
        return roadmap;
    }

    static ItemId item(Roadmap roadmap, int position) {
        return roadmap.items().get(position).id();
    }

    private static List<Wording> rows(int section, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> row(section + "." + number, "Мероприятие " + number))
                .toList();
    }
}
