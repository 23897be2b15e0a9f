package ru.mentoring.participants.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.PartnerId;
import ru.mentoring.participants.PersonId;
import ru.mentoring.tenancy.ownership.TenantOwned;

/** A human as one organisation knows them. */
@AggregateRoot
@Entity
@Table(schema = "participants", name = "person")
class Person extends TenantOwned {

    @Identity
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private PersonId id;

    private UUID identityId;
    private String surname;
    private String givenName;
    private @Nullable String patronymic;
    private String nameKey;
    private LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private Born.Precision birthPrecision;

    @Enumerated(EnumType.STRING)
    private Category category;

    private @Nullable String className;
    private @Nullable String post;
    private @Nullable String workplace;
    private @Nullable LocalDate teachingSince;
    private @Nullable UUID partnerId;
    private @Nullable String phone;
    private @Nullable String email;
    private @Nullable String representativeName;
    private @Nullable String representativePhone;

    protected Person() {}

    /** Opens a card. The identity says that cards of other organisations mean the same human. */
    Person(Card card, @Nullable PartnerId partner, UUID identity) {
        this.id = PersonId.next();
        this.identityId = identity;
        this.surname = card.name().surname();
        this.givenName = card.name().givenName();
        this.nameKey = card.name().key();
        this.birthDate = card.born().date();
        this.birthPrecision = card.born().precision();
        this.category = card.category();
        replace(card, partner, identity);
    }

    /** Takes over what a card says and keeps what it leaves out. Says whether anything changed. */
    boolean merge(Card card, @Nullable PartnerId partner, UUID identity) {
        var before = content();
        write(card, identity);
        className = either(card.className(), className);
        post = either(card.post(), post);
        workplace = either(card.workplace(), workplace);
        teachingSince = either(card.teachingSince(), teachingSince);
        partnerId = partner == null ? partnerId : partner.value();
        phone = either(card.phone(), phone);
        email = either(card.email(), email);
        if (card.representative() != null) {
            representativeName = card.representative().name();
            representativePhone = either(card.representative().phone(), representativePhone);
        }
        return !before.equals(content());
    }

    /** Takes over a card as it is, also what it leaves out. Says whether anything changed. */
    boolean replace(Card card, @Nullable PartnerId partner, UUID identity) {
        var before = content();
        write(card, identity);
        className = card.className();
        post = card.post();
        workplace = card.workplace();
        teachingSince = card.teachingSince();
        partnerId = partner == null ? null : partner.value();
        phone = card.phone();
        email = card.email();
        var speaker = card.representative();
        representativeName = speaker == null ? null : speaker.name();
        representativePhone = speaker == null ? null : speaker.phone();
        return !before.equals(content());
    }

    private void write(Card card, UUID identity) {
        identityId = identity;
        surname = card.name().surname();
        givenName = card.name().givenName();
        patronymic = card.name().patronymic();
        nameKey = card.name().key();
        birthDate = card.born().date();
        birthPrecision = card.born().precision();
        category = card.category();
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(
                identityId,
                surname,
                givenName,
                patronymic,
                birthDate,
                birthPrecision,
                category,
                className,
                post,
                workplace,
                teachingSince,
                partnerId,
                phone,
                email,
                representativeName,
                representativePhone);
    }

    private static <T> @Nullable T either(@Nullable T news, @Nullable T known) {
        return news == null ? known : news;
    }

    /** Says whether this may be the person that a list names and dates like this. */
    boolean isCalled(PersonName name, Born born) {
        return nameKey.equals(name.key()) && born().equals(born);
    }

    /** The same, where one of the two knows no more than the year of birth. */
    boolean mayBe(PersonName name, Born born) {
        boolean vague =
                birthPrecision == Born.Precision.YEAR || born.precision() == Born.Precision.YEAR;
        return vague && nameKey.equals(name.key()) && birthDate.getYear() == born.date().getYear();
    }

    PersonId id() {
        return id;
    }

    UUID identity() {
        return identityId;
    }

    PersonName name() {
        return new PersonName(surname, givenName, patronymic);
    }

    Born born() {
        return new Born(birthDate, birthPrecision);
    }

    Category category() {
        return category;
    }

    @Nullable Representative representative() {
        return representativeName == null
                ? null
                : new Representative(representativeName, representativePhone);
    }

    @Nullable UUID partnerId() {
        return partnerId;
    }

    Card card(@Nullable Enterprise enterprise) {
        return new Card(
                name(),
                born(),
                category,
                className,
                post,
                workplace,
                teachingSince,
                enterprise,
                phone,
                email,
                representative());
    }
}
