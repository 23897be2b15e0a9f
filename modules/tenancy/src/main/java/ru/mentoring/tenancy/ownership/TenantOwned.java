package ru.mentoring.tenancy.ownership;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;

/**
 * A stored thing that belongs to one organisation.
 *
 * <p>Region and owner come from the scope in which it is first saved, never from a form, and never
 * change. An aggregate that an organisation above creates for one below names its owner by {@link
 * #ownedBy}; the database still refuses owners outside the scope.
 */
@MappedSuperclass
public abstract class TenantOwned {

    @Column(name = "region_id", updatable = false, nullable = false)
    private @Nullable UUID regionId;

    @Column(name = "org_id", updatable = false, nullable = false)
    private @Nullable UUID orgId;

    /**
     * Unset until the first save: ids are ours, so this is how Spring Data tells new from known.
     */
    @Version private @Nullable Long version;

    @Transient private final transient List<Object> happened = new ArrayList<>();

    /** Names the owner of a thing that is about to be saved for the first time. */
    protected void ownedBy(OrgId org) {
        this.orgId = org.value();
    }

    /** Tells, when the aggregate is saved, that something has happened. */
    protected void registerEvent(Object event) {
        happened.add(event);
    }

    @DomainEvents
    Collection<Object> happened() {
        return List.copyOf(happened);
    }

    @AfterDomainEventPublication
    void forgetHappened() {
        happened.clear();
    }

    @PrePersist
    void takeOwnerFromScope() {
        var scope = CurrentScope.get();
        regionId = scope.region().value();
        if (orgId == null) {
            orgId = scope.org().value();
        }
    }

    /** The region of the owner; for a thing not saved yet the region of the scope. */
    public RegionId region() {
        return regionId == null ? CurrentScope.get().region() : new RegionId(regionId);
    }

    /** The organisation that owns this; for a thing not saved yet the organisation of the scope. */
    public OrgId org() {
        return orgId == null ? CurrentScope.get().org() : new OrgId(orgId);
    }

    /** The state that somebody saw when they began to edit; 0 before the first save. */
    public long version() {
        return version == null ? 0 : version;
    }
}
