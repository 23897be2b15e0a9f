package ru.mentoringlocal.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.domain.Clearance;
import ru.mentoring.participants.domain.ConsentDesk;
import ru.mentoring.participants.domain.Registrant;
import ru.mentoring.participants.domain.Registration;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.participants.domain.Wish;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.programs.MentorshipId;
import ru.mentoring.programs.domain.Admission;
import ru.mentoring.programs.domain.Confirmation;
import ru.mentoring.programs.domain.Confirmation.How;
import ru.mentoring.programs.domain.Confirmation.Voice;
import ru.mentoring.programs.domain.MeetingFormat;
import ru.mentoring.programs.domain.MeetingRecord;
import ru.mentoring.programs.domain.Mentoring;
import ru.mentoring.programs.domain.MentorshipQueries;
import ru.mentoring.programs.domain.SigningOrder;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.roadmaps.domain.RoadmapApproval;
import ru.mentoring.roadmaps.domain.RoadmapDrafting;
import ru.mentoring.roadmaps.domain.RoadmapQueries;
import ru.mentoring.roadmaps.domain.RoadmapReview;
import ru.mentoring.roadmaps.domain.RoadmapView;
import ru.mentoring.roadmaps.domain.Step;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.Track;
import ru.mentoringlocal.demo.plan.Newcomers;
import ru.mentoringlocal.demo.plan.PersonPlan;
import ru.mentoringlocal.demo.plan.RegionPlan;
import ru.mentoringlocal.demo.plan.RoadmapPaper;
import ru.mentoringlocal.demo.plan.RoadmapPaper.Flaw;
import ru.mentoringlocal.demo.plan.RoadmapStage;
import ru.mentoringlocal.demo.plan.SchoolPlan;
import ru.mentoringlocal.demo.plan.Words;

/**
 * Does at the schools of the people who can sign in what these people would do, step by step
 * through the use cases and in their names: so tasks, letters and the audit trail are there too.
 *
 * <p>Each step looks at what is there and goes on from it, so an interrupted work is completed.
 */
class HandWork {

    private static final String FORM = "EMPLOYER_PUPIL";

    /** The people who have to do with a school's roadmap. */
    private record People(Scope curator, Scope director, Scope reviewer) {}

    private final RoadmapDrafting drafting;
    private final RoadmapApproval approval;
    private final RoadmapReview review;
    private final RoadmapQueries roadmaps;
    private final Registration registration;
    private final ConsentDesk consents;
    private final Clearance clearance;
    private final Mentoring mentoring;
    private final MentorshipQueries mentorships;
    private final Memberships memberships;
    private final DemoProperties properties;
    private final Clock clock;

    HandWork(
            RoadmapDrafting drafting,
            RoadmapApproval approval,
            RoadmapReview review,
            RoadmapQueries roadmaps,
            Registration registration,
            ConsentDesk consents,
            Clearance clearance,
            Mentoring mentoring,
            MentorshipQueries mentorships,
            Memberships memberships,
            DemoProperties properties,
            Clock clock) {
        this.drafting = drafting;
        this.approval = approval;
        this.review = review;
        this.roadmaps = roadmaps;
        this.registration = registration;
        this.consents = consents;
        this.clearance = clearance;
        this.mentoring = mentoring;
        this.mentorships = mentorships;
        this.memberships = memberships;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Works at a school. One that is to have no roadmap is left as it is: somebody who tries the
     * product begins there.
     */
    void carryOut(RegionPlan region, SchoolPlan school) {
        var people =
                new People(
                        memberships.at(region, school.id(), Role.CURATOR),
                        memberships.at(region, school.id(), Role.DIRECTOR),
                        memberships.at(
                                region,
                                school.parent(),
                                school.parent().equals(region.centre())
                                        ? Role.REGION_METHODIST
                                        : Role.DISTRICT_OFFICER));
        var learners = school.readiness().roadmap();
        roadmap(people, region, school, Track.LEARNERS, learners);
        roadmap(people, region, school, Track.TEACHERS, school.ofTeachers());
        if (learners != RoadmapStage.NONE) {
            newcomers(people.curator(), Newcomers.draw(properties.seed(), region, school, today()));
        }
    }

    private void roadmap(
            People people, RegionPlan region, SchoolPlan school, Track track, RoadmapStage stage) {
        if (stage == RoadmapStage.NONE) {
            return;
        }
        int startYear = region.startYear();
        var paper = RoadmapPaper.draw(properties.seed(), region, school, track, startYear);
        var flaws =
                stage == RoadmapStage.RETURNED || stage == RoadmapStage.SENT
                        ? paper.flaws()
                        : List.<Flaw>of();
        var id =
                as(
                        people.curator(),
                        () -> {
                            drafting.compose(paper.plan(flaws));
                            return roadmaps.existing(track, startYear).orElseThrow();
                        });
        for (var state = state(people, id); !reached(state, stage); state = state(people, id)) {
            insist(next(people, id, state, stage, flaws));
        }
    }

    private RoadmapState state(People people, RoadmapId id) {
        return as(people.curator(), () -> roadmaps.view(id, 0).state());
    }

    private static boolean reached(RoadmapState state, RoadmapStage stage) {
        return switch (stage) {
            case NONE, DRAFT -> true;
            case SENT -> state != RoadmapState.DRAFT;
            case RETURNED -> state != RoadmapState.DRAFT && state != RoadmapState.ON_AGREEMENT;
            case AGREED ->
                    state == RoadmapState.AGREED
                            || state == RoadmapState.ON_APPROVAL
                            || state == RoadmapState.IN_FORCE;
            case IN_FORCE -> state == RoadmapState.IN_FORCE;
        };
    }

    private Step next(
            People people, RoadmapId id, RoadmapState state, RoadmapStage stage, List<Flaw> flaws) {
        return switch (state) {
            case DRAFT, RETURNED -> as(people.curator(), () -> approval.submit(id, version(id)));
            case ON_AGREEMENT ->
                    as(
                            people.reviewer(),
                            () ->
                                    stage == RoadmapStage.RETURNED
                                            ? giveBack(roadmaps.view(id, 0), flaws)
                                            : agree(roadmaps.view(id, 0)));
            case AGREED -> as(people.curator(), () -> approval.handOver(id, version(id)));
            case ON_APPROVAL ->
                    as(
                            people.director(),
                            () ->
                                    approval.approve(
                                            id,
                                            Words.phrase("roadmap order").formatted(112),
                                            today(),
                                            version(id)));
            case IN_FORCE -> Step.done();
        };
    }

    private Step giveBack(RoadmapView roadmap, List<Flaw> flaws) {
        for (var row : roadmap.rows()) {
            for (var flaw : flaws) {
                if (flaw.wording().equals(row.wording())) {
                    insist(
                            review.criticise(
                                    roadmap.id(),
                                    row.id(),
                                    flaw.field(),
                                    flaw.remark(),
                                    roadmap.edition()));
                }
            }
        }
        insist(review.acceptRest(roadmap.id(), roadmap.edition()));
        return review.giveBack(roadmap.id(), version(roadmap.id()));
    }

    private Step agree(RoadmapView roadmap) {
        insist(review.acceptRest(roadmap.id(), roadmap.edition()));
        return review.agree(roadmap.id(), version(roadmap.id()));
    }

    private long version(RoadmapId id) {
        return roadmaps.view(id, 0).version();
    }

    private static void insist(Step step) {
        if (step instanceof Step.Refused(var reason, var rows)) {
            throw new IllegalStateException(
                    "The demonstration cannot go on: %s at %s".formatted(reason, rows));
        }
    }

    private void newcomers(Scope curator, Newcomers people) {
        CurrentScope.run(
                curator,
                () -> {
                    var mentee = enter(people.pupil(), new Wish.Request(people.wish(), null));
                    var mentor =
                            enter(
                                    people.parent(),
                                    new Wish.Offer(
                                            people.competences(),
                                            null,
                                            null,
                                            null,
                                            null,
                                            null,
                                            null));
                    sign(mentee, ConsentKind.CN1);
                    sign(mentee, ConsentKind.CN2);
                    sign(mentor, ConsentKind.CN1);
                    clearance.train(mentor, today(), Words.phrase("training"));
                    clearance.check(
                            mentor,
                            Words.phrase("check").formatted(318),
                            today(),
                            today().plusYears(1));
                    if (mentoring.propose(FORM, mentor, Set.of(mentee))
                            instanceof Admission.Admitted(var mentorship)) {
                        begin(mentorship, mentor, mentee);
                    }
                });
    }

    private PersonId enter(PersonPlan person, Wish wish) {
        return registration
                .register(new Registrant(BulkPeople.card(person, Map.of()), wish))
                .person();
    }

    private void sign(PersonId person, ConsentKind kind) {
        consents.record(
                List.of(person),
                new ConsentDesk.Sheet(
                        kind,
                        EnumSet.allOf(Signer.class),
                        today(),
                        null,
                        null,
                        Words.phrase("paper")));
    }

    private void begin(MentorshipId mentorship, PersonId mentor, PersonId mentee) {
        confirm(mentorship, mentor, Voice.PERSON);
        confirm(mentorship, mentee, Voice.PERSON);
        confirm(mentorship, mentee, Voice.REPRESENTATIVE);
        mentoring.start(
                mentorship, new SigningOrder(Words.phrase("order").formatted(27), today(), null));
        mentoring.hold(
                mentorship,
                mentorships.detail(mentorship).version(),
                new MeetingRecord(
                        MeetingType.ACQUAINTANCE,
                        today(),
                        45,
                        MeetingFormat.IN_PERSON,
                        Words.phrase("place"),
                        BulkMentorships.phrase("topic", MeetingType.ACQUAINTANCE),
                        BulkMentorships.phrase("result", MeetingType.ACQUAINTANCE),
                        null,
                        true,
                        true,
                        null));
    }

    private void confirm(MentorshipId mentorship, PersonId person, Voice voice) {
        mentoring.confirm(mentorship, person, new Confirmation(voice, How.IN_PERSON, today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static <T> T as(Scope scope, Supplier<T> work) {
        return CurrentScope.call(scope, work);
    }
}
