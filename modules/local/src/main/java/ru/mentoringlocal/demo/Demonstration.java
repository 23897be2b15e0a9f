package ru.mentoringlocal.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoringlocal.demo.plan.Chronicle;
import ru.mentoringlocal.demo.plan.Extent;
import ru.mentoringlocal.demo.plan.Landscape;
import ru.mentoringlocal.demo.plan.RegionPlan;
import ru.mentoringlocal.demo.plan.SchoolHistory;
import ru.mentoringlocal.demo.plan.SchoolPlan;

/** Makes the demonstration, or what is still missing of it. */
class Demonstration {

    /** A school that is to have people. */
    record Place(RegionPlan region, SchoolPlan school) {}

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private static final String PEOPLE = "people";
    private static final String ROADMAPS = "roadmaps";
    private static final String BY_HAND = "by-hand";

    private final Foundation foundation;
    private final Memberships memberships;
    private final BulkPeople people;
    private final BulkMentorships mentorships;
    private final BulkRoadmaps roadmaps;
    private final HandWork handWork;
    private final Numbers numbers;
    private final Arrival arrival;
    private final SystemScopes scopes;
    private final DemoProperties properties;
    private final Clock clock;

    Demonstration(
            Foundation foundation,
            Memberships memberships,
            BulkPeople people,
            BulkMentorships mentorships,
            BulkRoadmaps roadmaps,
            HandWork handWork,
            Numbers numbers,
            Arrival arrival,
            SystemScopes scopes,
            DemoProperties properties,
            Clock clock) {
        this.foundation = foundation;
        this.memberships = memberships;
        this.people = people;
        this.mentorships = mentorships;
        this.roadmaps = roadmaps;
        this.handWork = handWork;
        this.numbers = numbers;
        this.arrival = arrival;
        this.scopes = scopes;
        this.properties = properties;
        this.clock = clock;
    }

    /** Draws the regions as they are today. */
    List<RegionPlan> draw() {
        int startYear = SchoolYear.of(LocalDate.now(clock)).startYear();
        return Landscape.draw(properties.seed(), Extent.of(properties.size()), startYear);
    }

    /** Opens what is not there yet and gives everybody who can sign in their roles. */
    void found(List<RegionPlan> regions) {
        for (var region : regions) {
            if (foundation.open(region)) {
                LOG.info(
                        "Opened {}: {} districts, {} schools",
                        region.name(),
                        region.districts().size(),
                        region.schools().count());
            }
            memberships.grant(region);
            numbers.enter(region);
        }
    }

    /** Returns the schools that are to have people, in the order in which they get them. */
    List<Place> places(List<RegionPlan> regions) {
        int peopled = Extent.of(properties.size()).peopled();
        var places = new ArrayList<Place>();
        for (var region : regions) {
            region.inOrder().stream()
                    .limit(peopled)
                    .map(school -> new Place(region, school))
                    .forEach(places::add);
        }
        var byHand = places.stream().filter(place -> place.school().byHand()).toList();
        var others = places.stream().filter(place -> !place.school().byHand()).toList();
        var ordered = new ArrayList<>(byHand);
        ordered.addAll(others);
        return ordered;
    }

    /**
     * Brings people and their history into a school; says whether anything was missing.
     *
     * @throws CancellationException if the thread was interrupted; what it was writing is undone
     */
    boolean fill(Place place) {
        var scope = scope(place);
        var school = place.school();
        var last = school.byHand() ? BY_HAND : ROADMAPS;
        if (arrival.happened(scope, last)) {
            return false;
        }
        var history = history(place);
        arrival.once(
                scope,
                PEOPLE,
                () -> {
                    write(scope, history);
                    numbers.enter(scope, place.region(), school);
                });
        arrival.once(
                scope, ROADMAPS, () -> roadmaps.write(scope, school.parent(), history.roadmaps()));
        if (school.byHand()) {
            handWork.carryOut(place.region(), school);
            arrival.mark(scope, BY_HAND);
        }
        return true;
    }

    /** Has the figures counted anew. */
    void count(List<RegionPlan> regions) throws InterruptedException {
        for (var region : regions) {
            numbers.count(region);
        }
    }

    SchoolHistory history(Place place) {
        return Chronicle.of(
                properties.seed(), place.region(), place.school(), LocalDate.now(clock));
    }

    private void write(Scope scope, SchoolHistory history) {
        people.seasons(scope, history.seasons());
        goOn();
        people.people(scope, history.partners(), history.people());
        goOn();
        people.entries(scope, history.entries());
        goOn();
        people.consents(scope, history.consents());
        goOn();
        mentorships.write(scope, history.mentorships());
        goOn();
    }

    /** Ends the transaction of a school where the application is told to stop; nothing stays. */
    private static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The application stops");
        }
    }

    private Scope scope(Place place) {
        return scopes.of(new RegionId(place.region().id()), new OrgId(place.school().id()));
    }
}
