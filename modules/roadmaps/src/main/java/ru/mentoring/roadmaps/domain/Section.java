package ru.mentoring.roadmaps.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.ownership.TenantOwned;

/** A heading under which rows of a roadmap stand. */
@Entity
@Table(schema = "roadmaps", name = "section")
class Section extends TenantOwned {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private SectionId id;

    private int position;
    private String number;
    private String title;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> content;

    protected Section() {}

    Section(OrgId owner, int position, String number, String title, List<String> content) {
        ownedBy(owner);
        this.id = SectionId.next();
        this.position = position;
        this.number = number;
        this.title = title;
        this.content = List.copyOf(content);
    }

    SectionId id() {
        return id;
    }

    int position() {
        return position;
    }

    String number() {
        return number;
    }

    String title() {
        return title;
    }

    List<String> content() {
        return List.copyOf(content);
    }
}
