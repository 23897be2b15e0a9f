package ru.mentoring.roadmaps.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.ownership.TenantOwned;

/** What somebody wants changed in one edition, and what the school says to it. */
@Entity
@DynamicUpdate
@Table(schema = "roadmaps", name = "remark")
class Remark extends TenantOwned {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private RemarkId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "item_id"))
    private @Nullable ItemId item;

    private int edition;

    @Enumerated(EnumType.STRING)
    private @Nullable ItemField field;

    private String text;
    private @Nullable UUID writtenBy;
    private Instant writtenAt;
    private @Nullable String answer;
    private @Nullable UUID answeredBy;
    private @Nullable Instant answeredAt;

    protected Remark() {}

    Remark(
            OrgId owner,
            @Nullable ItemId item,
            int edition,
            @Nullable ItemField field,
            String text,
            @Nullable AccountId by,
            Instant at) {
        ownedBy(owner);
        this.id = RemarkId.next();
        this.item = item;
        this.edition = edition;
        this.field = field;
        this.text = text;
        this.writtenBy = by == null ? null : by.value();
        this.writtenAt = at;
    }

    void answer(String answer, @Nullable AccountId by, Instant at) {
        this.answer = answer;
        this.answeredBy = by == null ? null : by.value();
        this.answeredAt = at;
    }

    boolean isAnswered() {
        return answer != null;
    }

    boolean isAbout(ItemId item) {
        return item.equals(this.item);
    }

    RemarkId id() {
        return id;
    }

    /** The row it is about, or nothing if it is about the roadmap as a whole. */
    Optional<ItemId> item() {
        return Optional.ofNullable(item);
    }

    int edition() {
        return edition;
    }

    Optional<ItemField> field() {
        return Optional.ofNullable(field);
    }

    String text() {
        return text;
    }

    Optional<AccountId> writtenBy() {
        return Optional.ofNullable(writtenBy).map(AccountId::new);
    }

    Instant writtenAt() {
        return writtenAt;
    }

    @Nullable String answer() {
        return answer;
    }

    Optional<AccountId> answeredBy() {
        return Optional.ofNullable(answeredBy).map(AccountId::new);
    }

    @Nullable Instant answeredAt() {
        return answeredAt;
    }
}
