package ru.mentoring.participants.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.participants.ConsentId;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.NoSuchPerson;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.domain.Recording.Reason;
import ru.mentoring.participants.domain.Recording.Recorded;
import ru.mentoring.participants.domain.Recording.Refused;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.tenancy.Audit;

/** Takes in consents as they arrive on paper, and their withdrawals. */
@Service
public class ConsentDesk {

    /**
     * What the curator holds in hand: papers of one kind.
     *
     * @param signatures whose signatures they carry
     * @param validTo the last day of the term, if the paper names one
     * @param representative who signed for the minor; if unset, whom the card names
     * @param paper where the paper is kept
     */
    public record Sheet(
            ConsentKind kind,
            Set<Signer> signatures,
            LocalDate signedOn,
            @Nullable LocalDate validTo,
            @Nullable String representative,
            @Nullable String paper) {

        public Sheet {
            signatures = Set.copyOf(signatures);
            representative = Card.blankToNull(representative);
        }
    }

    private static final Set<Consent.State> OPEN =
            EnumSet.of(Consent.State.SIGNED, Consent.State.VALID);

    private final Persons persons;
    private final Consents consents;
    private final MenteeEntries mentees;
    private final MentorEntries mentors;
    private final SigningPolicy policy;
    private final Audit audit;
    private final Clock clock;

    ConsentDesk(
            Persons persons,
            Consents consents,
            MenteeEntries mentees,
            MentorEntries mentors,
            SigningPolicy policy,
            Audit audit,
            Clock clock) {
        this.persons = persons;
        this.consents = consents;
        this.mentees = mentees;
        this.mentors = mentors;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records the same kind of paper for many people and says for each what came of it. A valid CN1
     * lets the person into the registers at once (BR2). A paper that lacks one of two signatures is
     * kept and waits for it.
     */
    @Transactional
    public List<Recording> record(Collection<PersonId> people, Sheet sheet) {
        var ids = people.stream().map(PersonId::value).distinct().toList();
        var known =
                persons.findAllById(people).stream()
                        .collect(Collectors.toMap(p -> p.id().value(), Function.identity()));
        var open =
                consents.findByPersonIdInAndKindAndStateIn(ids, sheet.kind(), OPEN).stream()
                        .collect(Collectors.toMap(c -> c.person().value(), Function.identity()));
        var results = new ArrayList<Recording>();
        var admitted = new ArrayList<UUID>();
        for (var id : ids) {
            var person = known.get(id);
            if (person == null) {
                throw new NoSuchPerson(new PersonId(id));
            }
            var result = record(person, Optional.ofNullable(open.get(id)), sheet);
            results.add(result);
            if (result instanceof Recorded(var _, var valid) && valid) {
                admitted.add(id);
            }
        }
        if (sheet.kind() == ConsentKind.CN1 && !admitted.isEmpty()) {
            admit(admitted);
        }
        return results;
    }

    private Recording record(Person person, Optional<Consent> open, Sheet sheet) {
        if (sheet.signedOn().isAfter(LocalDate.now(clock))) {
            return new Refused(person.id(), Reason.SIGNED_IN_FUTURE);
        }
        if (sheet.validTo() != null && sheet.validTo().isBefore(sheet.signedOn())) {
            return new Refused(person.id(), Reason.TERM_BEFORE_SIGNING);
        }
        int age = person.born().ageOn(sheet.signedOn());
        var needed = policy.signers(sheet.kind(), age);
        if (needed.isEmpty()) {
            return new Refused(person.id(), Reason.NOT_FOR_THIS_AGE);
        }
        if (open.isPresent() && open.get().state() == Consent.State.SIGNED) {
            return complete(person, open.get(), sheet);
        }
        if (open.isPresent() && !renews(open.get(), sheet)) {
            return new Refused(person.id(), Reason.VALID_ALREADY);
        }
        var given = EnumSet.copyOf(needed.get());
        given.retainAll(sheet.signatures());
        if (given.isEmpty()) {
            return new Refused(person.id(), Reason.SIGNATURE_MISSING);
        }
        if (given.contains(Signer.REPRESENTATIVE) && representative(person, sheet) == null) {
            return new Refused(person.id(), Reason.REPRESENTATIVE_UNKNOWN);
        }
        open.ifPresent(earlier -> {
            earlier.replacedOn(sheet.signedOn());
            consents.saveAndFlush(earlier);
        });
        var consent =
                new Consent(
                        person.id(),
                        sheet.kind(),
                        age,
                        needed.get(),
                        sheet.validTo(),
                        sheet.paper());
        return sign(person, consent, given, sheet);
    }

    private Recording complete(Person person, Consent waiting, Sheet sheet) {
        var given = EnumSet.noneOf(Signer.class);
        given.addAll(waiting.missing());
        given.retainAll(sheet.signatures());
        if (given.isEmpty()) {
            return new Refused(person.id(), Reason.SIGNATURE_MISSING);
        }
        if (given.contains(Signer.REPRESENTATIVE) && representative(person, sheet) == null) {
            return new Refused(person.id(), Reason.REPRESENTATIVE_UNKNOWN);
        }
        return sign(person, waiting, given, sheet);
    }

    private Recording sign(Person person, Consent consent, Set<Signer> given, Sheet sheet) {
        var representative = representative(person, sheet);
        if (given.contains(Signer.REPRESENTATIVE) && representative != null) {
            consent.signedByRepresentative(representative, sheet.signedOn());
        }
        if (given.contains(Signer.PERSON)) {
            consent.signedByPerson(sheet.signedOn());
        }
        consents.save(consent);
        audit.record("consent.recorded", "consent", consent.id().value(), consent.kind().name());
        return new Recorded(person.id(), consent.state() == Consent.State.VALID);
    }

    private static @Nullable String representative(Person person, Sheet sheet) {
        if (sheet.representative() != null) {
            return sheet.representative();
        }
        var known = person.representative();
        return known == null ? null : known.name();
    }

    /** A newer paper takes over from one that is over or ends earlier. */
    private boolean renews(Consent earlier, Sheet sheet) {
        if (!earlier.validOn(LocalDate.now(clock))) {
            return true;
        }
        return earlier.validTo() != null
                && (sheet.validTo() == null || sheet.validTo().isAfter(earlier.validTo()));
    }

    private void admit(Collection<UUID> people) {
        mentees.findByPersonIdIn(people).stream()
                .filter(RegisterEntry::admit)
                .map(mentees::save)
                .forEach(e -> audit.record("entry.admitted", "mentee-entry", e.id().value()));
        mentors.findByPersonIdIn(people).stream()
                .filter(RegisterEntry::admit)
                .map(mentors::save)
                .forEach(e -> audit.record("entry.admitted", "mentor-entry", e.id().value()));
    }

    /**
     * Takes a consent back. Without CN1 the person leaves the registers; mentorships that need the
     * consent end in the same transaction (BR19). Says whose consent it was.
     *
     * @throws NoSuchConsent if there is no such consent here
     */
    @Transactional
    public PersonId withdraw(ConsentId id) {
        var consent = consents.findById(id).orElseThrow(() -> new NoSuchConsent(id));
        var today = LocalDate.now(clock);
        if (consent.state() == Consent.State.WITHDRAWN) {
            return consent.person();
        }
        consent.withdraw(today);
        if (consent.kind() == ConsentKind.CN1) {
            var person = List.of(consent.person().value());
            mentees.findByPersonIdIn(person).stream()
                    .peek(e -> e.leave(today))
                    .forEach(mentees::save);
            mentors.findByPersonIdIn(person).stream()
                    .peek(e -> e.leave(today))
                    .forEach(mentors::save);
        }
        consents.save(consent);
        audit.record("consent.withdrawn", "consent", id.value(), consent.kind().name());
        return consent.person();
    }
}
