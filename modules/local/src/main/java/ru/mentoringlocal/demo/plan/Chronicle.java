package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Category;
import ru.mentoring.tenancy.Track;
import ru.mentoringlocal.demo.plan.Attendee.Row;
import ru.mentoringlocal.demo.plan.EntryPlan.Offer;
import ru.mentoringlocal.demo.plan.Humans.Human;

/**
 * Draws what has happened at one school: who came into the registers in each of three school years,
 * who stayed, who worked with whom.
 *
 * <p>Needs no other school's history. Who belongs to several schools is drawn from dice of their
 * own: children who have changed to the next school of the district, and employees of enterprises.
 */
public final class Chronicle {

    /** How many school years a history covers, the running one included. */
    public static final int YEARS = 3;

    private static final double[] GROWTH = {1, 0.82, 0.64};

    /** How many schools never wrote a roadmap, by how many years ago it was. */
    private static final double[] LATE = {0, 0.12, 0.2};

    private final RegionPlan region;
    private final SchoolPlan school;
    private final LocalDate today;
    private final int startYear;
    private final Dice seed;
    private final Map<String, Attendee> people = new LinkedHashMap<>();
    private final Map<String, EnterprisePlan> partners = new LinkedHashMap<>();
    private final List<SeasonPlan> seasons = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<RoadmapPlan> roadmaps = new ArrayList<>();
    private final Papers papers;
    private final Mentorships mentorships;

    private Chronicle(long seed, RegionPlan region, SchoolPlan school, LocalDate today) {
        this.region = region;
        this.school = school;
        this.today = today;
        this.startYear = region.startYear();
        this.seed = Dice.of(seed).at(region.key());
        this.papers = new Papers(today);
        this.mentorships = new Mentorships(today, papers);
    }

    /**
     * Draws the history of a school.
     *
     * @param today nothing happens after it but what is planned
     */
    public static SchoolHistory of(
            long seed, RegionPlan region, SchoolPlan school, LocalDate today) {
        return new Chronicle(seed, region, school, today).draw();
    }

    private SchoolHistory draw() {
        for (int yearsAgo = YEARS - 1; yearsAgo >= 0; yearsAgo--) {
            int year = startYear - yearsAgo;
            var listed = school.listedFrom();
            if (listed == null ? yearsAgo == 0 : listed.getYear() <= year) {
                live(year, yearsAgo);
            }
        }
        return new SchoolHistory(
                school,
                List.copyOf(partners.values()),
                List.copyOf(seasons),
                rows.stream().map(row -> row.who.card).distinct().toList(),
                rows.stream().map(Row::plan).toList(),
                papers.plans(),
                mentorships.plans(),
                List.copyOf(roadmaps));
    }

    private void live(int year, int yearsAgo) {
        var readiness = yearsAgo == 0 ? school.readiness() : Readiness.COMPLETE;
        var dice = seed.at(school.code(), year);
        var ofLearners = season(Track.LEARNERS, year, yearsAgo, dice);
        var ofTeachers = season(Track.TEACHERS, year, yearsAgo, dice);
        write(year, yearsAgo);
        if (readiness.entered() == 0) {
            return;
        }
        double extent = GROWTH[yearsAgo] * readiness.entered();
        var learners = new Year(year, yearsAgo, ofLearners, readiness, dice);
        learners.enterPupils(extent);
        learners.pair();
        var teachers = new Year(year, yearsAgo, ofTeachers, readiness, dice);
        teachers.enterTeachers(extent);
        teachers.pair();
    }

    /** Roadmaps of the running year at a school made by hand are written step by step. */
    private void write(int year, int yearsAgo) {
        if (yearsAgo == 0 && school.byHand()) {
            return;
        }
        var dice = seed.at(school.code(), year, "roadmap");
        var stage =
                yearsAgo == 0
                        ? school.readiness().roadmap()
                        : dice.chance(LATE[yearsAgo]) ? RoadmapStage.NONE : RoadmapStage.IN_FORCE;
        if (stage == RoadmapStage.NONE) {
            return;
        }
        roadmaps.add(
                RoadmapWay.draw(dice, school, Track.LEARNERS, year, stage, yearsAgo == 0, today));
        if (stage.agreed() && dice.chance(0.4)) {
            var ofTeachers = yearsAgo == 0 ? dice.pick(RoadmapStage.SENT_ONES) : stage;
            roadmaps.add(
                    RoadmapWay.draw(
                            dice.at(Track.TEACHERS),
                            school,
                            Track.TEACHERS,
                            year,
                            ofTeachers,
                            yearsAgo == 0,
                            today));
        }
    }

    private SeasonPlan season(Track track, int year, int yearsAgo, Dice dice) {
        var season = new SeasonPlan(dice.id(LocalDate.of(year, 9, 1)), track, year, yearsAgo == 0);
        seasons.add(season);
        return season;
    }

    /** A school year of one track. */
    private final class Year {

        private final int year;
        private final int yearsAgo;
        private final SeasonPlan season;
        private final Readiness readiness;
        private final Dice dice;
        private final List<Row> mentees = new ArrayList<>();
        private final List<Row> mentors = new ArrayList<>();

        Year(int year, int yearsAgo, SeasonPlan season, Readiness readiness, Dice dice) {
            this.year = year;
            this.yearsAgo = yearsAgo;
            this.season = season;
            this.readiness = readiness;
            this.dice = dice.at(season.track());
        }

        void enterPupils(double extent) {
            int wanted = dice.round(school.children() * school.profile().mentees() * extent * 1.05);
            movers().stream()
                    .map(mover -> met(mover.key(), () -> pupil(mover.human(), mover.gradeNow())))
                    .filter(attendee -> !attendee.withdrawn)
                    .forEach(this::asMentee);
            returning(wanted * 0.45, attendee -> attendee.asMentee.containsKey(year - 1))
                    .filter(attendee -> attendee.atSchool(yearsAgo))
                    .forEach(this::asMentee);
            for (int missing = wanted - mentees.size(); missing > 0; missing--) {
                asMentee(newPupil(dice.between(4, 11)));
            }
            enterPupilMentors(
                    dice.round(school.adolescents() * school.profile().mentors() * extent));
            enterAdults((int) Math.ceil((wanted - 2.5 * mentors.size()) / 3));
        }

        private void enterPupilMentors(int wanted) {
            returning(wanted * 0.4, attendee -> attendee.asMentor.containsKey(year - 1))
                    .filter(attendee -> attendee.atSchool(yearsAgo))
                    .forEach(this::asMentor);
            returning(wanted * 0.25, attendee -> attendee.asMentee.containsKey(year - 1))
                    .filter(attendee -> attendee.atSchool(yearsAgo))
                    .filter(attendee -> attendee.grade(yearsAgo) >= 9)
                    .filter(attendee -> !attendee.asMentor.containsKey(year))
                    .forEach(this::asMentor);
            for (int missing = wanted - mentors.size(); missing > 0; missing--) {
                asMentor(newPupil(dice.between(9, 11)));
            }
        }

        private void enterAdults(int wanted) {
            int before = mentors.size();
            returning(
                            Math.max(0, wanted) * 0.5,
                            attendee ->
                                    !attendee.pupil() && attendee.asMentor.containsKey(year - 1))
                    .filter(attendee -> attendee.card.category() != Category.TEACHER)
                    .forEach(this::asMentor);
            for (int tries = 0; mentors.size() - before < wanted && tries < 4 * wanted; tries++) {
                var attendee = newAdult(dice.pick(Humans.FROM_OUTSIDE));
                if (!attendee.asMentor.containsKey(year)) {
                    asMentor(attendee);
                }
            }
        }

        void enterTeachers(double extent) {
            int wanted = dice.round(school.youngTeachers() * school.profile().young() * extent);
            returning(wanted, attendee -> attendee.asMentee.containsKey(year - 1))
                    .filter(attendee -> youngTeacher(attendee.card))
                    .forEach(this::asMentee);
            for (int missing = wanted - mentees.size(); missing > 0; missing--) {
                asMentee(newTeacher(dice.between(0, 2)));
            }
            int mentorsWanted = (int) Math.ceil(wanted / 1.5);
            returning(mentorsWanted * 0.8, attendee -> attendee.asMentor.containsKey(year - 1))
                    .filter(attendee -> attendee.card.category() == Category.TEACHER)
                    .forEach(this::asMentor);
            for (int missing = mentorsWanted - mentors.size(); missing > 0; missing--) {
                asMentor(newTeacher(dice.between(8, 30)));
            }
        }

        private boolean youngTeacher(PersonPlan card) {
            var since = card.teachingSince();
            return since != null && since.getYear() + 3 > year;
        }

        void pair() {
            mentorships.form(season, mentees, mentors, readiness.paired(), dice.at("pairs"));
        }

        /** Some of those who were there before, never more than a number. */
        private Stream<Attendee> returning(double most, Predicate<Attendee> known) {
            var before =
                    people.values().stream()
                            .filter(attendee -> !attendee.withdrawn)
                            .filter(known)
                            .toList();
            return dice.shuffled(before).stream().limit(dice.round(most));
        }

        private void asMentee(Attendee attendee) {
            if (attendee.asMentee.containsKey(year)) {
                return;
            }
            var words = Words.all();
            var entered = dice.day(LocalDate.of(year, 9, 2), LocalDate.of(year, 9, 28));
            var row =
                    new Row(
                            dice.id(entered),
                            attendee,
                            season,
                            entered,
                            dice.pick(
                                    attendee.pupil() ? words.requests() : words.teacherRequests()),
                            null);
            attendee.asMentee.put(year, row);
            enter(row, mentees);
        }

        private void asMentor(Attendee attendee) {
            if (attendee.asMentor.containsKey(year)) {
                return;
            }
            var words = Words.all();
            var entered = dice.day(LocalDate.of(year, 9, 4), LocalDate.of(year, 10, 5));
            boolean trained = yearsAgo > 0 || dice.chance(0.96);
            boolean outside = attendee.card.category().external();
            var row =
                    new Row(
                            dice.id(entered),
                            attendee,
                            season,
                            entered,
                            dice.pick(words.competences()),
                            new Offer(
                                    dice.pick(words.interests()),
                                    10,
                                    dice.between(14, 17),
                                    dice.between(1, 4),
                                    past(
                                            trained,
                                            dice.day(
                                                    LocalDate.of(year, 10, 6),
                                                    LocalDate.of(year, 10, 11))),
                                    past(
                                            outside,
                                            dice.day(
                                                    LocalDate.of(year, 9, 1),
                                                    LocalDate.of(year, 10, 8)))));
            attendee.asMentor.put(year, row);
            enter(row, mentors);
        }

        /** The day if that happens at all, and not after today. */
        private @Nullable LocalDate past(boolean happens, LocalDate day) {
            return happens && !day.isAfter(today) ? day : null;
        }

        private void enter(Row row, List<Row> register) {
            if (row.enteredOn.isAfter(today)) {
                return;
            }
            papers.sign(row, yearsAgo == 0 ? readiness.consenting() : 1, dice);
            register.add(row);
            rows.add(row);
        }

        private Attendee newPupil(int grade) {
            var human = Humans.pupil(dice, grade, year);
            return met(human.key(), () -> pupil(human, grade + yearsAgo));
        }

        private Attendee pupil(Human human, int gradeNow) {
            return attendee(
                    human,
                    Category.PUPIL,
                    gradeNow,
                    Humans.className(gradeNow, dice.between(0, 3)),
                    null,
                    null,
                    null,
                    null);
        }

        private Attendee newTeacher(int experience) {
            var since = LocalDate.of(year - experience, 9, 1);
            var human = Humans.adult(dice, 23 + experience, 30 + experience, year);
            return met(
                    human.key(),
                    () ->
                            attendee(
                                    human,
                                    Category.TEACHER,
                                    0,
                                    null,
                                    dice.pick(Words.all().subjects()),
                                    null,
                                    since,
                                    null));
        }

        private Attendee newAdult(Category category) {
            if (category == Category.EMPLOYEE) {
                return employee();
            }
            var human = Humans.mentor(dice, category, year);
            return met(
                    human.key(),
                    () ->
                            attendee(
                                    human,
                                    category,
                                    0,
                                    null,
                                    null,
                                    category == Category.STUDENT
                                            ? dice.pick(Words.all().colleges())
                                            : null,
                                    null,
                                    null));
        }

        /** Drawn from the enterprise's own dice: the same people may go to several schools. */
        private Attendee employee() {
            boolean ofTheRegion = dice.chance(0.2);
            var area = ofTheRegion ? region.own() : school.area();
            var enterprises = region.enterprises().getOrDefault(area, List.of());
            var joined = enterprises.subList(0, joined(enterprises.size()));
            var enterprise = dice.pick(joined);
            int staff = Math.max(6, school.children() / 12);
            var own = seed.at("employee", enterprise.inn(), dice.between(1, staff));
            var human = Humans.mentor(own, Category.EMPLOYEE, startYear);
            partners.putIfAbsent(enterprise.inn(), enterprise);
            return met(
                    human.key(),
                    () ->
                            attendee(
                                    human,
                                    Category.EMPLOYEE,
                                    0,
                                    null,
                                    own.pick(enterprise.posts()),
                                    enterprise.name(),
                                    null,
                                    enterprise.inn()));
        }

        /** How many of the enterprises had joined by that year, one at least. */
        private int joined(int enterprises) {
            return Math.clamp(Math.round(enterprises * GROWTH[yearsAgo]), 1, enterprises);
        }

        private Attendee attendee(
                Human human,
                Category category,
                int gradeNow,
                @Nullable String className,
                @Nullable String post,
                @Nullable String workplace,
                @Nullable LocalDate teachingSince,
                @Nullable String employer) {
            boolean minor = human.born().plusYears(18).isAfter(today);
            var card =
                    new PersonPlan(
                            dice.id(LocalDate.of(year, 9, 1)),
                            human.surname(),
                            human.givenName(),
                            human.patronymic(),
                            human.born(),
                            category,
                            className,
                            post,
                            workplace,
                            teachingSince,
                            employer,
                            human.phone(),
                            null,
                            human.representative(),
                            human.representative() == null || !minor ? null : Humans.phone(dice));
            return new Attendee(card, gradeNow);
        }

        private Attendee met(String key, Supplier<Attendee> stranger) {
            return people.computeIfAbsent(key, k -> stranger.get());
        }

        /** Children of this school who went to the next one, or came from the one before. */
        private List<Mover> movers() {
            var neighbours =
                    region.schools().filter(other -> other.area().equals(school.area())).toList();
            int here = neighbours.indexOf(school);
            var found = new ArrayList<Mover>();
            if (here + 1 < neighbours.size()) {
                moversFrom(school.code())
                        .filter(mover -> mover.leftBehind(yearsAgo))
                        .forEach(found::add);
            }
            if (here > 0) {
                moversFrom(neighbours.get(here - 1).code())
                        .filter(mover -> yearsAgo == 0)
                        .forEach(found::add);
            }
            return found;
        }
    }

    /**
     * A child who changes to the next school of the district.
     *
     * @param both whether the child stays at the first school too, as some do for a club
     */
    private record Mover(Human human, int gradeNow, boolean both) {

        String key() {
            return human.key();
        }

        boolean leftBehind(int yearsAgo) {
            return yearsAgo == 1 || (yearsAgo == 0 && both);
        }
    }

    private Stream<Mover> moversFrom(String from) {
        var dice = seed.at("mover", from);
        int count = dice.between(0, 2);
        var movers = new ArrayList<Mover>();
        for (int i = 0; i < count; i++) {
            int grade = dice.between(6, 10);
            movers.add(new Mover(Humans.pupil(dice, grade, startYear), grade, dice.chance(0.4)));
        }
        return movers.stream();
    }
}
