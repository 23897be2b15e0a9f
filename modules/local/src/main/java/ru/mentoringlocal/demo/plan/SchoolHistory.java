package ru.mentoringlocal.demo.plan;

import java.util.List;

/** Everything that has happened at a school up to today. */
public record SchoolHistory(
        SchoolPlan school,
        List<EnterprisePlan> partners,
        List<SeasonPlan> seasons,
        List<PersonPlan> people,
        List<EntryPlan> entries,
        List<ConsentPlan> consents,
        List<MentorshipPlan> mentorships,
        List<RoadmapPlan> roadmaps) {}
