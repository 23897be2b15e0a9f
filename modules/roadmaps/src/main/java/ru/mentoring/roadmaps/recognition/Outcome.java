package ru.mentoring.roadmaps.recognition;

/** What came of reading a paper. */
public sealed interface Outcome {

    /** A roadmap was found; its findings tell how well. */
    record Recognised(RecognisedRoadmap roadmap) implements Outcome {}

    /** The paper could not be read or holds no roadmap. Nothing was kept. */
    record Refused(Refusal refusal) implements Outcome {}
}
