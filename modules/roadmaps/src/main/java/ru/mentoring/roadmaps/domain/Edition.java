package ru.mentoring.roadmaps.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.ownership.TenantOwned;

/** A roadmap as it was sent, what was decided about it and by whom. */
@Entity
@DynamicUpdate
@Table(schema = "roadmaps", name = "edition")
class Edition extends TenantOwned {

    /** What became of it. */
    enum Outcome {
        PENDING,
        WITHDRAWN,
        RETURNED,
        AGREED
    }

    /** Identifies an edition. */
    record EditionId(UUID value) {}

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EditionId id;

    private int number;

    @Convert(converter = SnapshotColumn.class)
    private Snapshot content;

    private @Nullable UUID sentBy;
    private Instant sentAt;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;

    protected Edition() {}

    Edition(OrgId owner, int number, Snapshot content, @Nullable AccountId by, Instant at) {
        ownedBy(owner);
        this.id = new EditionId(Ids.next());
        this.number = number;
        this.content = content;
        this.sentBy = by == null ? null : by.value();
        this.sentAt = at;
        this.outcome = Outcome.PENDING;
    }

    void decide(Outcome outcome, @Nullable AccountId by, Instant at) {
        this.outcome = outcome;
        this.decidedBy = by == null ? null : by.value();
        this.decidedAt = at;
    }

    int number() {
        return number;
    }

    Snapshot content() {
        return content;
    }

    Optional<AccountId> sentBy() {
        return Optional.ofNullable(sentBy).map(AccountId::new);
    }

    Instant sentAt() {
        return sentAt;
    }

    Outcome outcome() {
        return outcome;
    }

    Optional<AccountId> decidedBy() {
        return Optional.ofNullable(decidedBy).map(AccountId::new);
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
