package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A school of the demonstration.
 *
 * @param parent its district, or the regional centre (BR22)
 * @param area the code of the district, or of the region for a school of its own
 * @param code unique in the region; names the school in the seed's paths too
 * @param listedFrom since when its figures count upward (BR13), if they do
 * @param children how many children of 10 to 19 years it has
 * @param youngTeachers how many of its teachers are in their first three years
 * @param profile how active its surroundings are
 * @param byHand whether the running year is made step by step through the use cases, as people
 *     would; the rest of the demonstration arrives in bulk
 * @param ofTeachers how far the roadmap for teachers comes at a school made by hand
 */
public record SchoolPlan(
        UUID id,
        UUID parent,
        String area,
        String code,
        String name,
        String fullName,
        boolean small,
        @Nullable LocalDate listedFrom,
        int children,
        int youngTeachers,
        Profile profile,
        Readiness readiness,
        boolean byHand,
        RoadmapStage ofTeachers) {

    /**
     * Which shares of its people a district brings into the programme.
     *
     * @param mentees of the children of 10 to 19 years
     * @param mentors of those of 15 to 19 years
     * @param young of the teachers in their first three years
     * @param enterprises of the enterprises
     */
    public record Profile(double mentees, double mentors, double young, double enterprises) {}

    /** How many of the children are 15 to 19 years old. */
    public int adolescents() {
        return Math.round(children * 0.42f);
    }
}
