package ru.mentoring.roadmaps.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hibernate.annotations.DynamicUpdate;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.NoSuchRoadmap;
import ru.mentoring.roadmaps.RoadmapAgreed;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.RoadmapInForce;
import ru.mentoring.roadmaps.RoadmapReturned;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.roadmaps.RoadmapSubmitted;
import ru.mentoring.roadmaps.domain.Edition.Outcome;
import ru.mentoring.roadmaps.domain.Step.Reason;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.Span;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Track;
import ru.mentoring.tenancy.ownership.TenantOwned;

/**
 * What a school has undertaken for a season, and the way of that paper into force.
 *
 * <p>The school writes, the organisation above agrees row by row, the director approves. Each time
 * it is sent it gets a new edition, which is kept. A remark belongs to a row and an edition. A row
 * that was agreed stays agreed as long as it says the same. Every change of a row or a remark
 * changes the roadmap too, so that two people never decide over different rows.
 */
@AggregateRoot
@Entity
@DynamicUpdate
@Table(schema = "roadmaps", name = "roadmap")
class Roadmap extends TenantOwned {

    private static final int LONGEST_REMARK = 4000;

    private static final int LONGEST_ORDER_NUMBER = 60;

    @Identity
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RoadmapId id;

    @Enumerated(EnumType.STRING)
    private Track track;

    private int startYear;
    private String title;
    private String institution;
    private LocalDate periodFrom;
    private @Nullable LocalDate periodTo;

    @Enumerated(EnumType.STRING)
    private RoadmapState state;

    /** The number of the last edition; 0 before the first. */
    private int edition;

    private @Nullable UUID reviewerId;
    private @Nullable UUID composedBy;
    private Instant composedAt;
    private @Nullable Instant submittedAt;
    private @Nullable Instant returnedAt;
    private @Nullable Instant agreedAt;
    private @Nullable Instant handedOverAt;
    private @Nullable Instant inForceAt;
    private @Nullable String orderNumber;
    private @Nullable LocalDate orderDate;

    /** Counts all changes, those of rows and remarks too. */
    private int changes;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "roadmap_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<Section> sections = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "roadmap_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<Item> items = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "roadmap_id", nullable = false, updatable = false)
    @OrderBy("writtenAt")
    private List<Remark> remarks = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "roadmap_id", nullable = false, updatable = false)
    @OrderBy("number")
    private List<Edition> editions = new ArrayList<>();

    protected Roadmap() {}

    private Roadmap(Plan plan, @Nullable AccountId by, Instant at) {
        ownedBy(org());
        this.id = RoadmapId.next();
        this.track = plan.track();
        this.startYear = plan.startYear();
        this.title = plan.title();
        this.institution = plan.institution();
        this.periodFrom = plan.from();
        this.periodTo = plan.to();
        this.state = RoadmapState.DRAFT;
        this.composedBy = by == null ? null : by.value();
        this.composedAt = at;
    }

    /** Writes a roadmap for the scope's organisation. */
    static Roadmap compose(Plan plan, @Nullable AccountId by, Instant at) {
        var roadmap = new Roadmap(plan, by, at);
        for (var part : plan.parts()) {
            var section =
                    new Section(
                            roadmap.org(),
                            roadmap.sections.size(),
                            part.number(),
                            part.title(),
                            part.content());
            roadmap.sections.add(section);
            for (var row : part.rows()) {
                roadmap.items.add(new Item(roadmap.org(), section.id(), roadmap.items.size(), row));
            }
        }
        return roadmap;
    }

    // ---- what the school does ----

    /** Changes what a row says. */
    Step rewrite(ItemId item, Wording wording) {
        if (!state.isEditable()) {
            return Step.refused(Reason.WRONG_STATE);
        }
        if (wording.title().isBlank() && wording.content().isEmpty()) {
            return new Step.Refused(Reason.TITLE_MISSING, List.of(item));
        }
        item(item).rewrite(wording);
        return changed();
    }

    /** Adds a row at the end of a section. */
    Step add(SectionId section, Wording wording) {
        if (!state.isEditable()) {
            return Step.refused(Reason.WRONG_STATE);
        }
        if (wording.title().isBlank() && wording.content().isEmpty()) {
            return Step.refused(Reason.TITLE_MISSING);
        }
        var home = section(section);
        var after =
                items.stream()
                        .filter(item -> section(item.section()).position() <= home.position())
                        .count();
        items.add((int) after, new Item(org(), section, (int) after, wording));
        renumber();
        return changed();
    }

    /** Takes a row out. A remark on it has to be answered first, so that the answer says why. */
    Step remove(ItemId item) {
        if (!state.isEditable()) {
            return Step.refused(Reason.WRONG_STATE);
        }
        if (openRemarks().stream().anyMatch(remark -> remark.isAbout(item))) {
            return new Step.Refused(Reason.REMARKS_UNANSWERED, List.of(item));
        }
        items.remove(item(item));
        renumber();
        return changed();
    }

    /** Answers a remark; a later answer replaces an earlier one until the roadmap is sent. */
    Step answer(RemarkId remark, String answer, @Nullable AccountId by, Instant at) {
        if (state != RoadmapState.RETURNED) {
            return Step.refused(Reason.WRONG_STATE);
        }
        if (answer.isBlank()) {
            return Step.refused(Reason.TEXT_MISSING);
        }
        if (answer.length() > LONGEST_REMARK) {
            return Step.refused(Reason.TEXT_TOO_LONG);
        }
        var found = remark(remark);
        if (found.edition() != lastReturnedEdition()) {
            return Step.refused(Reason.WRONG_STATE);
        }
        found.answer(answer.strip(), by, at);
        return changed();
    }

    /**
     * Sends a new edition to whoever has to agree it (BR12, BR22).
     *
     * @param reviewer the organisation directly above the school
     */
    Step submit(OrgId reviewer, @Nullable AccountId by, Instant at) {
        if (!state.isEditable()) {
            return Step.refused(Reason.WRONG_STATE);
        }
        var obstacles = obstaclesToSubmission();
        if (!obstacles.isEmpty()) {
            return obstacles.getFirst();
        }
        edition++;
        editions.add(new Edition(org(), edition, snapshot(), by, at));
        reviewerId = reviewer.value();
        submittedAt = at;
        state = RoadmapState.ON_AGREEMENT;
        registerEvent(new RoadmapSubmitted(region(), org(), id, edition));
        return changed();
    }

    /**
     * Lays the edition that waits for agreement before somebody else, because the school stands
     * below another organisation now. What was noted about it so far stays.
     *
     * @return whether somebody else has it before them now
     */
    boolean follow(OrgId reviewer) {
        if (state != RoadmapState.ON_AGREEMENT || reviewer.value().equals(reviewerId)) {
            return false;
        }
        reviewerId = reviewer.value();
        changed();
        return true;
    }

    /** Returns everything that keeps the roadmap from being sent, in the order of its weight. */
    List<Step.Refused> obstaclesToSubmission() {
        var found = new ArrayList<Step.Refused>();
        if (items.isEmpty()) {
            found.add(new Step.Refused(Reason.EMPTY, List.of()));
        }
        var unanswered = openRemarks();
        if (!unanswered.isEmpty()) {
            found.add(
                    new Step.Refused(
                            Reason.REMARKS_UNANSWERED,
                            unanswered.stream()
                                    .flatMap(remark -> remark.item().stream())
                                    .distinct()
                                    .toList()));
        }
        obstacle(
                found,
                Reason.TITLE_MISSING,
                item -> item.wording().title().isBlank() && item.wording().content().isEmpty());
        obstacle(
                found,
                Reason.RESPONSIBLE_MISSING,
                item -> item.wording().responsible().stream().allMatch(String::isBlank));
        obstacle(
                found,
                Reason.DEADLINE_UNCLEAR,
                item -> item.wording().deadline() instanceof Deadline.Unclear);
        return found;
    }

    private void obstacle(List<Step.Refused> found, Reason reason, Predicate<Item> fault) {
        var rows = items.stream().filter(fault).map(Item::id).toList();
        if (!rows.isEmpty()) {
            found.add(new Step.Refused(reason, rows));
        }
    }

    /**
     * Takes the edition back before it is decided. What the reviewer has noted so far is dropped.
     */
    Step withdraw(@Nullable AccountId by, Instant at) {
        if (state != RoadmapState.ON_AGREEMENT) {
            return Step.refused(Reason.WRONG_STATE);
        }
        remarks.removeIf(remark -> remark.edition() == edition);
        items.forEach(item -> item.forgetAcceptance(edition));
        lastEdition().decide(Outcome.WITHDRAWN, by, at);
        state = lastReturnedEdition() > 0 ? RoadmapState.RETURNED : RoadmapState.DRAFT;
        return changed();
    }

    /** Puts the agreed roadmap before the director. */
    Step handOver(Instant at) {
        if (state != RoadmapState.AGREED) {
            return Step.refused(Reason.WRONG_STATE);
        }
        handedOverAt = at;
        state = RoadmapState.ON_APPROVAL;
        return changed();
    }

    /** Says whether it may vanish without a trace: nobody outside has ever seen it. */
    Step discard() {
        if (state != RoadmapState.DRAFT) {
            return Step.refused(Reason.WRONG_STATE);
        }
        return edition == 0 ? Step.done() : Step.refused(Reason.NOT_A_FIRST_DRAFT);
    }

    // ---- what the organisation above does ----

    /** Accepts a row, instead of a remark on it if there was one. */
    Step accept(ItemId item) {
        if (state != RoadmapState.ON_AGREEMENT) {
            return Step.refused(Reason.WRONG_STATE);
        }
        var row = item(item);
        remarks.removeIf(remark -> remark.edition() == edition && remark.isAbout(item));
        if (!row.isAccepted()) {
            row.accept(edition);
        }
        return changed();
    }

    /** Accepts all rows that have no mark yet. */
    Step acceptRest() {
        if (state != RoadmapState.ON_AGREEMENT) {
            return Step.refused(Reason.WRONG_STATE);
        }
        unmarked().forEach(item -> item.accept(edition));
        return changed();
    }

    /** Returns a row with a remark, which takes the place of an earlier one of this edition. */
    Step criticise(
            ItemId item,
            @Nullable ItemField field,
            String text,
            @Nullable AccountId by,
            Instant at) {
        if (state != RoadmapState.ON_AGREEMENT) {
            return Step.refused(Reason.WRONG_STATE);
        }
        var row = item(item);
        if (text.isBlank()) {
            return new Step.Refused(Reason.TEXT_MISSING, List.of(item));
        }
        if (text.length() > LONGEST_REMARK) {
            return new Step.Refused(Reason.TEXT_TOO_LONG, List.of(item));
        }
        if (row.isAcceptedBefore(edition)) {
            return new Step.Refused(Reason.AGREED_ALREADY, List.of(item));
        }
        row.forgetAcceptance(edition);
        remarks.removeIf(remark -> remark.edition() == edition && remark.isAbout(item));
        remarks.add(new Remark(org(), item, edition, field, text.strip(), by, at));
        return changed();
    }

    /** Agrees the roadmap. Every row must have been accepted, in this edition or before. */
    Step agree(@Nullable AccountId by, Instant at) {
        if (state != RoadmapState.ON_AGREEMENT) {
            return Step.refused(Reason.WRONG_STATE);
        }
        var unmarked = unmarked();
        if (!unmarked.isEmpty()) {
            return new Step.Refused(Reason.ROWS_UNMARKED, unmarked.stream().map(Item::id).toList());
        }
        var returned = items.stream().filter(this::isReturned).map(Item::id).toList();
        if (!returned.isEmpty()) {
            return new Step.Refused(Reason.ROWS_RETURNED, returned);
        }
        lastEdition().decide(Outcome.AGREED, by, at);
        agreedAt = at;
        state = RoadmapState.AGREED;
        registerEvent(new RoadmapAgreed(region(), org(), id, edition));
        return changed();
    }

    /**
     * Gives the roadmap back with the remarks of this edition. No row may be left without a mark.
     */
    Step giveBack(@Nullable AccountId by, Instant at) {
        if (state != RoadmapState.ON_AGREEMENT) {
            return Step.refused(Reason.WRONG_STATE);
        }
        var unmarked = unmarked();
        if (!unmarked.isEmpty()) {
            return new Step.Refused(Reason.ROWS_UNMARKED, unmarked.stream().map(Item::id).toList());
        }
        if (items.stream().noneMatch(this::isReturned)) {
            return Step.refused(Reason.NOTHING_TO_RETURN);
        }
        lastEdition().decide(Outcome.RETURNED, by, at);
        return returned(at);
    }

    // ---- what the director does ----

    /** Approves the agreed roadmap by an order; it is in force from then on. */
    Step approve(String number, @Nullable LocalDate date, LocalDate today, Instant at) {
        if (state != RoadmapState.ON_APPROVAL) {
            return Step.refused(Reason.WRONG_STATE);
        }
        if (number.isBlank()
                || number.strip().length() > LONGEST_ORDER_NUMBER
                || date == null
                || date.isAfter(today)) {
            return Step.refused(Reason.ORDER_MISSING);
        }
        orderNumber = number.strip();
        orderDate = date;
        inForceAt = at;
        state = RoadmapState.IN_FORCE;
        registerEvent(new RoadmapInForce(region(), org(), id, edition));
        return changed();
    }

    /** Gives the roadmap back to the curator with a remark on the whole of it. */
    Step refuse(String text, @Nullable AccountId by, Instant at) {
        if (state != RoadmapState.ON_APPROVAL) {
            return Step.refused(Reason.WRONG_STATE);
        }
        if (text.isBlank()) {
            return Step.refused(Reason.TEXT_MISSING);
        }
        if (text.length() > LONGEST_REMARK) {
            return Step.refused(Reason.TEXT_TOO_LONG);
        }
        remarks.add(new Remark(org(), null, edition, null, text.strip(), by, at));
        lastEdition().decide(Outcome.RETURNED, by, at);
        agreedAt = null;
        handedOverAt = null;
        return returned(at);
    }

    private Step returned(Instant at) {
        returnedAt = at;
        state = RoadmapState.RETURNED;
        registerEvent(new RoadmapReturned(region(), org(), id, edition));
        return changed();
    }

    // ---- what everybody may ask ----

    /** Remarks that have been handed over and wait for an answer. */
    List<Remark> openRemarks() {
        return deliveredRemarks().stream().filter(remark -> !remark.isAnswered()).toList();
    }

    /** Remarks that the school knows of; those of a check that still goes on are not among them. */
    List<Remark> deliveredRemarks() {
        return remarks.stream()
                .filter(remark -> state != RoadmapState.ON_AGREEMENT || remark.edition() < edition)
                .toList();
    }

    /** All remarks, for the reviewer. */
    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    boolean isReturned(Item item) {
        return state == RoadmapState.ON_AGREEMENT
                && remarks.stream()
                        .anyMatch(
                                remark -> remark.edition() == edition && remark.isAbout(item.id()));
    }

    /** Rows about which the reviewer has not said anything yet. */
    List<Item> unmarked() {
        return items.stream().filter(item -> !item.isAccepted() && !isReturned(item)).toList();
    }

    /** The rows as they stand now. */
    Snapshot snapshot() {
        return new Snapshot(
                sections.stream()
                        .sorted(Comparator.comparingInt(Section::position))
                        .map(section ->
                                new Snapshot.Part(
                                        section.id(),
                                        section.number(),
                                        section.title(),
                                        items.stream()
                                                .filter(item -> item.section().equals(section.id()))
                                                .map(item ->
                                                        new Snapshot.Row(item.id(), item.wording()))
                                                .toList()))
                        .toList());
    }

    /** The edition with this number, if it was ever sent. */
    Optional<Edition> edition(int number) {
        return editions.stream().filter(one -> one.number() == number).findFirst();
    }

    /** The last edition that came back; 0 if none did. */
    int lastReturnedEdition() {
        return editions.stream()
                .filter(one -> one.outcome() == Outcome.RETURNED)
                .mapToInt(Edition::number)
                .max()
                .orElse(0);
    }

    private Edition lastEdition() {
        return edition(edition).orElseThrow();
    }

    /**
     * Returns the row.
     *
     * @throws NoSuchRoadmap if there is none
     */
    Item item(ItemId wanted) {
        return items.stream()
                .filter(item -> item.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NoSuchRoadmap(wanted.value()));
    }

    private Section section(SectionId wanted) {
        return sections.stream()
                .filter(section -> section.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NoSuchRoadmap(wanted.value()));
    }

    Remark remark(RemarkId wanted) {
        return remarks.stream()
                .filter(remark -> remark.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NoSuchRoadmap(wanted.value()));
    }

    private void renumber() {
        for (int position = 0; position < items.size(); position++) {
            items.get(position).moveTo(position);
        }
    }

    private Step changed() {
        changes++;
        return Step.done();
    }

    RoadmapId id() {
        return id;
    }

    RoadmapState state() {
        return state;
    }

    Track track() {
        return track;
    }

    int startYear() {
        return startYear;
    }

    String title() {
        return title;
    }

    String institution() {
        return institution;
    }

    /** The days for which it is made; a roadmap without an end is taken for a season. */
    Span period() {
        if (periodTo != null) {
            return new Span(periodFrom, periodTo);
        }
        var endOfSeason = Span.schoolYear(startYear).to();
        return new Span(
                periodFrom,
                endOfSeason.isAfter(periodFrom) ? endOfSeason : periodFrom.plusYears(1));
    }

    int edition() {
        return edition;
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    List<Edition> editions() {
        return List.copyOf(editions);
    }

    Optional<OrgId> reviewer() {
        return Optional.ofNullable(reviewerId).map(OrgId::new);
    }

    Optional<AccountId> composedBy() {
        return Optional.ofNullable(composedBy).map(AccountId::new);
    }

    Instant composedAt() {
        return composedAt;
    }

    @Nullable Instant submittedAt() {
        return submittedAt;
    }

    @Nullable Instant returnedAt() {
        return returnedAt;
    }

    @Nullable Instant agreedAt() {
        return agreedAt;
    }

    @Nullable Instant handedOverAt() {
        return handedOverAt;
    }

    @Nullable Instant inForceAt() {
        return inForceAt;
    }

    @Nullable String orderNumber() {
        return orderNumber;
    }

    @Nullable LocalDate orderDate() {
        return orderDate;
    }
}
