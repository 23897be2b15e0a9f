package ru.mentoring.roadmaps.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.ownership.TenantOwned;

/**
 * A row of a roadmap.
 *
 * <p>It remembers which wording was accepted, not that it was: so a row that is changed has to be
 * looked at again, and one that is changed back has not.
 */
@Entity
@DynamicUpdate
@Table(schema = "roadmaps", name = "item")
class Item extends TenantOwned {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ItemId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "section_id", updatable = false))
    private SectionId section;

    private int position;

    @Embedded private Wording wording;

    private @Nullable String acceptedAs;

    /** The edition in which it was accepted; 0 if it never was. */
    private int acceptedIn;

    protected Item() {}

    Item(OrgId owner, SectionId section, int position, Wording wording) {
        ownedBy(owner);
        this.id = ItemId.next();
        this.section = section;
        this.position = position;
        this.wording = wording;
    }

    void rewrite(Wording wording) {
        this.wording = wording;
    }

    void moveTo(int position) {
        this.position = position;
    }

    void accept(int edition) {
        this.acceptedAs = wording.fingerprint();
        this.acceptedIn = edition;
    }

    /** Takes back what was accepted in an edition; what was agreed before it stays. */
    void forgetAcceptance(int edition) {
        if (acceptedIn == edition) {
            this.acceptedAs = null;
            this.acceptedIn = 0;
        }
    }

    /** Says whether just these words have been accepted. */
    boolean isAccepted() {
        return wording.fingerprint().equals(acceptedAs);
    }

    boolean isAcceptedBefore(int edition) {
        return isAccepted() && acceptedIn < edition;
    }

    ItemId id() {
        return id;
    }

    SectionId section() {
        return section;
    }

    int position() {
        return position;
    }

    Wording wording() {
        return wording;
    }
}
