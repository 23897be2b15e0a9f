package ru.mentoring.monitoring.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ru.mentoring.monitoring.Ledger;
import ru.mentoring.monitoring.Ledger.Card;
import ru.mentoring.monitoring.Ledger.Human;
import ru.mentoringtest.regions.Regions;

/** A region with all that may happen, made of one seed. */
class Landscape {

    private final Random random;
    private final Ledger ledger;
    private final LocalDate today;
    private final List<Human> humans = new ArrayList<>();

    final Regions.Region region;
    final List<Regions.District> districts = new ArrayList<>();
    final List<Regions.Org> schools = new ArrayList<>();

    Landscape(long seed, Regions regions, Ledger ledger, LocalDate today) {
        this.random = new Random(seed);
        this.ledger = ledger;
        this.today = today;
        region = regions.fresh();
    }

    /** Opens districts with schools on the list, off it and newly on it, and fills them. */
    void fill(int numberOfDistricts, int schoolsOfEach, int peopleOfEach) {
        for (int i = 0; i < numberOfDistricts; i++) {
            var district = region.district();
            districts.add(district);
            for (int j = 0; j < schoolsOfEach; j++) {
                schools.add(
                        switch (random.nextInt(8)) {
                            case 0 -> district.schoolListedFrom(null);
                            case 1 ->
                                    district.schoolListedFrom(today.minusDays(random.nextInt(900)));
                            case 2 -> leftAndReturned(district);
                            default -> district.school();
                        });
            }
        }
        // A district without a school, and a school without a district.
        districts.add(region.district());
        schools.add(region.school());
        schools.forEach(school -> populate(school, 1 + random.nextInt(peopleOfEach)));
    }

    private Regions.Org leftAndReturned(Regions.District district) {
        var returned = today.minusDays(random.nextInt(500));
        var school = district.schoolListedFrom(returned);
        ledger.listedOnce(school, returned.minusDays(700), returned.minusDays(100));
        return school;
    }

    /** Moves a school to another district in the course of last year. */
    void moveOne() {
        ledger.move(schools.getFirst(), districts.get(1), today.minusYears(1).withDayOfYear(100));
    }

    private void populate(Regions.Org school, int people) {
        var mentors = new ArrayList<Card>();
        var mentees = new ArrayList<Card>();
        for (int i = 0; i < people; i++) {
            register(card(school, 8, 20, "PUPIL"), mentees, "mentee_entry");
            if (random.nextInt(3) == 0) {
                register(card(school, 22, 35, "TEACHER"), mentees, "mentee_entry");
            }
            if (random.nextInt(2) == 0) {
                register(card(school, 14, 60, "EMPLOYEE"), mentors, "mentor_entry");
            }
        }
        register(card(school, 14, 20, "PUPIL"), mentors, "mentor_entry");
        mentees.forEach(mentee -> mentorships(mentors, mentee));
        for (int year = today.getYear() - 2; year <= today.getYear(); year++) {
            if (random.nextInt(3) > 0) {
                var track = random.nextInt(3) == 0 ? "TEACHERS" : "LEARNERS";
                ledger.roadmap(school, track, year, random.nextBoolean());
                if (random.nextInt(5) == 0) {
                    ledger.takeRoadmapBack(school, year);
                }
            }
        }
    }

    private void mentorships(List<Card> mentors, Card mentee) {
        for (int i = random.nextInt(3); i > 0; i--) {
            var mentor = mentors.get(random.nextInt(mentors.size()));
            var started = day(1000);
            switch (random.nextInt(5)) {
                case 0 -> ledger.mentorship(mentor, mentee, "PROPOSED", null, null, null);
                case 1 -> {
                    var ended = started.plusDays(random.nextInt(300));
                    var second = started.plusDays(random.nextInt(300));
                    ledger.mentorship(
                            mentor,
                            mentee,
                            random.nextBoolean() ? "COMPLETED" : "DISSOLVED",
                            started,
                            ended,
                            random.nextBoolean() ? second : null);
                }
                default -> ledger.pair(mentor, mentee, started);
            }
        }
    }

    private Card card(Regions.Org school, int youngest, int oldest, String category) {
        Human human;
        if (!humans.isEmpty() && random.nextInt(6) == 0) {
            human = humans.get(random.nextInt(humans.size()));
        } else {
            var days = 365 * (youngest + random.nextInt(oldest - youngest)) + random.nextInt(365);
            human = Human.born(today.minusDays(days));
            humans.add(human);
        }
        return ledger.card(
                school,
                human,
                category,
                category.equals("TEACHER") ? day(2500) : null,
                category.equals("EMPLOYEE") && random.nextInt(3) > 0
                        ? "770000000" + random.nextInt(10)
                        : null);
    }

    private void register(Card card, List<Card> side, String register) {
        side.add(card);
        for (int season = today.getYear() - 2; season <= today.getYear(); season++) {
            if (random.nextInt(3) > 0) {
                ledger.enter(
                        card,
                        register,
                        season,
                        random.nextInt(10) == 0 ? "WITHDRAWN" : "REGISTERED");
            }
        }
        if (random.nextInt(5) > 0) {
            var from = day(1000);
            var until = random.nextBoolean() ? null : from.plusDays(random.nextInt(800));
            switch (random.nextInt(5)) {
                case 0 -> ledger.consent(card, "CN1", "WITHDRAWN", from, until);
                case 1 -> ledger.consent(card, "CN2", "VALID", from, until);
                case 2 -> {
                    ledger.consent(card, "CN1", "EXPIRED", from, from.plusDays(200));
                    ledger.consent(card, "CN1", "VALID", from.plusDays(200), until(from, until));
                }
                default -> ledger.consent(card, "CN1", "VALID", from, until);
            }
        }
    }

    private static LocalDate until(LocalDate from, LocalDate until) {
        return until == null || until.isBefore(from.plusDays(200)) ? null : until;
    }

    private LocalDate day(int daysBack) {
        return today.minusDays(random.nextInt(daysBack));
    }
}
