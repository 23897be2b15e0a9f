package ru.mentoringlocal.demo.plan;

/**
 * How far a school has come in the running school year.
 *
 * @param roadmap its roadmap
 * @param entered the share of its people who stand in the registers by now
 * @param consenting the share of those whose consents are complete
 * @param paired the share of the mentorships that have been formed
 */
public record Readiness(RoadmapStage roadmap, double entered, double consenting, double paired) {

    /** A school where everything has been done in time. */
    static final Readiness COMPLETE = new Readiness(RoadmapStage.IN_FORCE, 1, 1, 1);

    /** Draws how a school fares whose roadmap has come to a certain point. */
    static Readiness draw(Dice dice, RoadmapStage roadmap) {
        if (roadmap == RoadmapStage.NONE && dice.chance(0.5)) {
            return new Readiness(roadmap, 0, 0, 0);
        }
        double entered = dice.chance(0.8) ? 1 : 0.4 + dice.between(0, 5) / 10.0;
        double consenting = dice.chance(0.6) ? 1 : 0.7 + dice.between(0, 29) / 100.0;
        double paired =
                switch (roadmap) {
                    case NONE, DRAFT -> dice.chance(0.5) ? 0 : 0.6;
                    case SENT, RETURNED -> 0.85;
                    case AGREED, IN_FORCE -> dice.chance(0.85) ? 1 : 0.75;
                };
        return new Readiness(roadmap, entered, consenting, paired);
    }
}
