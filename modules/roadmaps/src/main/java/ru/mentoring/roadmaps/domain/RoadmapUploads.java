package ru.mentoring.roadmaps.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.recognition.RecognisedRoadmap;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Track;

/**
 * The way of a paper into the product: it is read, somebody looks over what was understood, and
 * only then it becomes a roadmap.
 */
@Component
public class RoadmapUploads {

    private static final String PERMISSION = "roadmap.edit";

    private static final int LONGEST_FILE_NAME = 200;

    /** A paper that waits to be looked over. */
    public record Waiting(UploadId id, String fileName, Instant receivedAt) {}

    /** What was understood of a paper, with the version to name when it is changed. */
    public record Reading(UploadId id, String fileName, Proposal proposal, long version) {}

    /** What became of a paper that does not wait any longer. */
    public sealed interface Ending {

        /** It was saved as a roadmap. */
        record Saved(String fileName, RoadmapId roadmap) implements Ending {}

        /** It was saved as a roadmap that somebody has thrown away since. */
        record Withdrawn(String fileName) implements Ending {}

        /** It was thrown away before it became a roadmap. */
        record Discarded(String fileName) implements Ending {}
    }

    /** What came of saving. */
    public sealed interface Saved {

        /** It is a roadmap now. */
        record Composed(RoadmapId roadmap) implements Saved {}

        /** Something is missing; nothing was saved. */
        record Refused(Reason reason) implements Saved {}
    }

    /** Why a proposal cannot become a roadmap yet. */
    public enum Reason {
        TITLE_MISSING,
        TRACK_MISSING,
        PERIOD_WRONG,
        NO_ROWS,
        ROW_WITHOUT_TITLE,
        /** The school has a roadmap for this season. */
        ALREADY_THERE
    }

    /** What the audit trail calls a paper that waits to become a roadmap. */
    private static final String PAPER = "roadmap-paper";

    private final Uploads uploads;
    private final RoadmapDrafting drafting;
    private final Audit audit;

    RoadmapUploads(Uploads uploads, RoadmapDrafting drafting, Audit audit) {
        this.uploads = uploads;
        this.drafting = drafting;
        this.audit = audit;
    }

    /** Keeps what was recognised in a paper, until somebody has looked it over. */
    @Transactional
    public UploadId receive(String fileName, RecognisedRoadmap recognised) {
        CurrentScope.get().demand(PERMISSION);
        var id = uploads.add(shortened(fileName), Proposal.of(recognised));
        audit.record("roadmap.paper-uploaded", PAPER, id.value());
        return id;
    }

    /** Returns the papers of the scope's organisation that wait to be looked over. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        CurrentScope.get().demand(PERMISSION);
        return uploads.waiting().stream()
                .map(upload ->
                        new Waiting(
                                new UploadId(upload.id()), upload.fileName(), upload.receivedAt()))
                .toList();
    }

    /**
     * Returns what was understood of a paper.
     *
     * @throws ru.mentoring.roadmaps.NoSuchRoadmap if the organisation has no such paper waiting
     */
    @Transactional(readOnly = true)
    public Reading reading(UploadId id) {
        CurrentScope.get().demand(PERMISSION);
        var upload = uploads.get(id);
        return new Reading(id, upload.fileName(), upload.proposal(), upload.version());
    }

    /**
     * Keeps what somebody has corrected so far.
     *
     * <p>The paper is read here and not before, so that a form that comes twice is recognised
     * before anybody finds the paper gone.
     */
    @Transactional
    public void keep(UploadId id, UnaryOperator<Proposal> correction, long seen) {
        CurrentScope.get().demand(PERMISSION);
        uploads.replace(id, correction.apply(uploads.get(id).proposal()), seen);
        audit.record("roadmap.paper-corrected", PAPER, id.value());
    }

    /** Makes the corrected proposal a roadmap; the paper does not wait any longer then. */
    @Transactional
    public Saved save(UploadId id, UnaryOperator<Proposal> correction, long seen) {
        CurrentScope.get().demand(PERMISSION);
        var corrected = correction.apply(uploads.get(id).proposal());
        uploads.replace(id, corrected, seen);
        var fault = fault(corrected);
        if (fault.isPresent()) {
            return new Saved.Refused(fault.get());
        }
        var roadmap = drafting.compose(plan(corrected));
        if (roadmap.isEmpty()) {
            return new Saved.Refused(Reason.ALREADY_THERE);
        }
        uploads.finish(id, roadmap.get());
        return new Saved.Composed(roadmap.get());
    }

    /**
     * Throws the paper away.
     *
     * @return false if it did not wait any longer, because it is a roadmap now, for instance
     */
    @Transactional
    public boolean discard(UploadId id) {
        CurrentScope.get().demand(PERMISSION);
        boolean waited = uploads.finish(id, null);
        if (waited) {
            audit.record("roadmap.paper-discarded", PAPER, id.value());
        }
        return waited;
    }

    /** Returns what became of a paper, if the organisation had it and it is not waiting. */
    @Transactional(readOnly = true)
    public Optional<Ending> ending(UploadId id) {
        CurrentScope.get().demand(PERMISSION);
        return uploads.finished(id).map(RoadmapUploads::ending);
    }

    private static Ending ending(Uploads.Finished paper) {
        var roadmap = paper.roadmapId();
        if (roadmap == null) {
            return new Ending.Discarded(paper.fileName());
        }
        return paper.there()
                ? new Ending.Saved(paper.fileName(), new RoadmapId(roadmap))
                : new Ending.Withdrawn(paper.fileName());
    }

    private static Optional<Reason> fault(Proposal proposal) {
        if (proposal.title().isBlank()) {
            return Optional.of(Reason.TITLE_MISSING);
        }
        if (proposal.track() == null) {
            return Optional.of(Reason.TRACK_MISSING);
        }
        var to = proposal.to();
        if (to != null && to.isBefore(proposal.from())) {
            return Optional.of(Reason.PERIOD_WRONG);
        }
        if (proposal.rows().isEmpty()) {
            return Optional.of(Reason.NO_ROWS);
        }
        return proposal.rows().stream().anyMatch(Proposal.Row::isBlank)
                ? Optional.of(Reason.ROW_WITHOUT_TITLE)
                : Optional.empty();
    }

    private static Plan plan(Proposal proposal) {
        var track = proposal.track();
        return new Plan(
                track == null ? Track.LEARNERS : track,
                proposal.startYear(),
                proposal.title().strip(),
                proposal.institution().strip(),
                proposal.from(),
                proposal.to(),
                proposal.parts().stream()
                        .map(part ->
                                new Plan.Part(
                                        part.number().strip(),
                                        part.title().strip(),
                                        part.content(),
                                        part.rows().stream()
                                                .filter(row -> !row.dropped())
                                                .map(Proposal.Row::wording)
                                                .toList()))
                        .toList());
    }

    private static String shortened(String fileName) {
        var name = fileName.strip();
        return name.length() <= LONGEST_FILE_NAME ? name : name.substring(0, LONGEST_FILE_NAME);
    }
}
