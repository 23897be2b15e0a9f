package ru.mentoring.roadmaps.recognition.paper;

/** Tells that a document holds more than any roadmap does. */
final class TooComplex extends Exception {

    private static final long serialVersionUID = 1L;

    TooComplex(String what) {
        super(what);
    }
}
