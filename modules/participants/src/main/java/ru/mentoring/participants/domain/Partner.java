package ru.mentoring.participants.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import ru.mentoring.participants.PartnerId;
import ru.mentoring.tenancy.ownership.TenantOwned;

/**
 * An enterprise whose people are mentors at the organisation. Its taxpayer number makes it one and
 * the same for all schools it serves.
 */
@AggregateRoot
@Entity
@Table(schema = "participants", name = "partner")
class Partner extends TenantOwned {

    @Identity
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PartnerId id;

    private String inn;
    private String name;

    protected Partner() {}

    Partner(Enterprise enterprise) {
        this.id = PartnerId.next();
        this.inn = enterprise.inn().value();
        this.name = enterprise.name().strip();
    }

    PartnerId id() {
        return id;
    }

    String inn() {
        return inn;
    }

    Enterprise enterprise() {
        return new Enterprise(new Inn(inn), name);
    }
}
