package ru.mentoring.participants.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.NoSuchPerson;
import ru.mentoring.participants.PartnerId;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.PersonRegistered;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.domain.Registered.Outcome;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.SeasonId;
import ru.mentoring.tenancy.SeasonView;
import ru.mentoring.tenancy.Seasons;
import ru.mentoring.tenancy.Track;

/** Enters people into the registers of the current season, one by one or many at once. */
@Service
public class Registration {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Persons persons;
    private final Partners partners;
    private final MenteeEntries mentees;
    private final MentorEntries mentors;
    private final Identities identities;
    private final ConsentQueries consents;
    private final Seasons seasons;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registration(
            Persons persons,
            Partners partners,
            MenteeEntries mentees,
            MentorEntries mentors,
            Identities identities,
            ConsentQueries consents,
            Seasons seasons,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.persons = persons;
        this.partners = partners;
        this.mentees = mentees;
        this.mentors = mentors;
        this.identities = identities;
        this.consents = consents;
        this.seasons = seasons;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters people in bulk and says, in the same order, what became of each. Who is known by name
     * and birth date is not entered twice: their card and row take over what is new. Nobody with a
     * valid consent CN1 waits for it again; everybody else waits (BR2).
     */
    @Transactional
    public List<Registered> register(List<Registrant> registrants) {
        var work = new Batch(registrants);
        var results = new ArrayList<Registered>(registrants.size());
        for (var registrant : registrants) {
            results.add(work.enter(registrant));
        }
        return results;
    }

    /** Says what {@link #register(List)} would make of these people now, and changes nothing. */
    @Transactional(readOnly = true)
    public List<Outcome> forecast(List<Registrant> registrants) {
        var rehearsal = new Rehearsal(registrants);
        return registrants.stream().map(r -> rehearsal.enter(r).outcome()).toList();
    }

    /** Enters one person by hand and tells whoever cares. */
    @Transactional
    public Registered register(Registrant registrant) {
        var result = register(List.of(registrant)).getFirst();
        var scope = CurrentScope.get();
        events.publishEvent(
                new PersonRegistered(
                        scope.region(),
                        scope.org(),
                        result.person(),
                        result.entry(),
                        side(registrant.wish())));
        return result;
    }

    /**
     * Rewrites a card and, if the person stands in that register of the current season, the row.
     * What the new card leaves out is gone.
     *
     * @param seen the version of the card that the person saw
     * @throws NoSuchPerson if there is no such person here
     * @throws AlreadyRegistered if the card would become the same as that of somebody else
     */
    @Transactional
    public void rewrite(PersonId id, long seen, Card card, @Nullable Wish wish) {
        var person = persons.findById(id).orElseThrow(() -> new NoSuchPerson(id));
        if (person.version() != seen) {
            throw new OptimisticLockingFailureException("The card has changed since it was shown");
        }
        refuseTwin(id, card);
        var identity = identities.of(List.of(card));
        var employer =
                card.enterprise() == null ? null : employers(List.of(card)).get(card.enterprise());
        if (person.replace(card, employer, only(identity, card))) {
            persons.save(person);
            audit.record("person.changed", "person", id.value(), "card");
        }
        if (wish == null) {
            return;
        }
        var season = seasons.current(card.category().track()).id().value();
        switch (wish) {
            case Wish.Request row ->
                    mentees.findByPersonIdAndSeasonId(id.value(), season)
                            .filter(entry -> entry.replace(row))
                            .map(mentees::save)
                            .ifPresent(e -> changed(e, "mentee-entry"));
            case Wish.Offer row ->
                    mentors.findByPersonIdAndSeasonId(id.value(), season)
                            .filter(entry -> entry.replace(row))
                            .map(mentors::save)
                            .ifPresent(e -> changed(e, "mentor-entry"));
        }
    }

    private void refuseTwin(PersonId id, Card card) {
        for (var namesake : persons.findByNameKeyIn(Set.of(card.name().key()))) {
            if (!namesake.id().equals(id) && namesake.born().date().equals(card.born().date())) {
                throw new AlreadyRegistered(namesake.id());
            }
        }
    }

    private void changed(RegisterEntry entry, String type) {
        audit.record("entry.changed", type, entry.id().value(), "row");
    }

    private static UUID only(Map<Card, UUID> identities, Card card) {
        var identity = identities.get(card);
        if (identity == null) {
            throw new IllegalStateException("A card came back without its identity");
        }
        return identity;
    }

    private static Side side(Wish wish) {
        return switch (wish) {
            case Wish.Request _ -> Side.MENTEE;
            case Wish.Offer _ -> Side.MENTOR;
        };
    }

    private Map<Enterprise, PartnerId> knownEmployers(Collection<Card> cards) {
        var mentioned =
                cards.stream().map(Card::enterprise).filter(Objects::nonNull).distinct().toList();
        var inns = mentioned.stream().map(e -> e.inn().value()).toList();
        var known =
                partners.findByInnIn(inns).stream()
                        .collect(Collectors.toMap(Partner::inn, Partner::id));
        var found = new HashMap<Enterprise, PartnerId>();
        for (var enterprise : mentioned) {
            var partner = known.get(enterprise.inn().value());
            if (partner != null) {
                found.put(enterprise, partner);
            }
        }
        return found;
    }

    private Map<Enterprise, PartnerId> employers(Collection<Card> cards) {
        var found = knownEmployers(cards);
        var made = new HashMap<String, PartnerId>();
        for (var card : cards) {
            var enterprise = card.enterprise();
            if (enterprise == null || found.containsKey(enterprise)) {
                continue;
            }
            found.put(
                    enterprise,
                    made.computeIfAbsent(enterprise.inn().value(), inn -> open(enterprise)));
        }
        return found;
    }

    private PartnerId open(Enterprise enterprise) {
        var partner = partners.save(new Partner(enterprise));
        audit.record("partner.added", "partner", partner.id().value());
        return partner.id();
    }

    /** One call's view of what is known already, so that a thousand people cost a few queries. */
    private class Batch {

        private final LocalDate today = LocalDate.now(clock);
        private final Map<String, List<Person>> known;
        private final Map<Card, UUID> identity;
        private final Map<Enterprise, PartnerId> employers;
        private final Map<Track, SeasonView> season = new EnumMap<>(Track.class);
        private final Map<String, MenteeEntry> menteeRows = new HashMap<>();
        private final Map<String, MentorEntry> mentorRows = new HashMap<>();
        private final Set<UUID> consenting;

        Batch(List<Registrant> registrants) {
            var cards = registrants.stream().map(Registrant::card).distinct().toList();
            var keys = cards.stream().map(c -> c.name().key()).collect(Collectors.toSet());
            known =
                    persons.findByNameKeyIn(keys).stream()
                            .collect(Collectors.groupingBy(p -> p.name().key()));
            identity = identify(cards);
            employers = employ(cards);
            for (var card : cards) {
                season.computeIfAbsent(card.category().track(), this::run);
            }
            var ids =
                    known.values().stream().flatMap(List::stream).map(p -> p.id().value()).toList();
            for (var run : season.values()) {
                var id = run.id().value();
                mentees.findBySeasonIdAndPersonIdIn(id, ids)
                        .forEach(e -> menteeRows.put(row(e.person(), run), e));
                mentors.findBySeasonIdAndPersonIdIn(id, ids)
                        .forEach(e -> mentorRows.put(row(e.person(), run), e));
            }
            consenting = consents.holders(ConsentKind.CN1, ids, today);
        }

        Map<Card, UUID> identify(List<Card> cards) {
            return identities.of(cards);
        }

        Map<Enterprise, PartnerId> employ(List<Card> cards) {
            return employers(cards);
        }

        SeasonView run(Track track) {
            return seasons.current(track);
        }

        void keep(Person person, String action) {
            persons.save(person);
            audit.record(action, "person", person.id().value());
        }

        void keep(RegisterEntry entry, String action) {
            switch (entry) {
                case MenteeEntry row -> mentees.save(row);
                case MentorEntry row -> mentors.save(row);
            }
            audit.record(action, "register-entry", entry.id().value());
        }

        private static String row(PersonId person, SeasonView season) {
            return person.value() + "/" + season.id().value();
        }

        Registered enter(Registrant registrant) {
            var card = registrant.card();
            var partner = card.enterprise() == null ? null : employers.get(card.enterprise());
            var before = find(card);
            var person = before.orElseGet(() -> new Person(card, partner, only(identity, card)));
            Outcome outcome;
            if (before.isEmpty()) {
                keep(person, "person.registered");
                known.computeIfAbsent(card.name().key(), k -> new ArrayList<>()).add(person);
                outcome = Outcome.CREATED;
            } else if (person.merge(refined(card, person), partner, identityOf(card, person))) {
                keep(person, "person.changed");
                outcome = Outcome.UPDATED;
            } else {
                outcome = Outcome.UNCHANGED;
            }
            var run = season.computeIfAbsent(card.category().track(), this::run);
            return switch (registrant.wish()) {
                case Wish.Request wish -> enter(person, run, wish, outcome);
                case Wish.Offer wish -> enter(person, run, wish, outcome);
            };
        }

        private Optional<Person> find(Card card) {
            var namesakes = known.getOrDefault(card.name().key(), List.of());
            var exact =
                    namesakes.stream()
                            .filter(p -> p.isCalled(card.name(), card.born()))
                            .findFirst();
            if (exact.isPresent()) {
                return exact;
            }
            var near = namesakes.stream().filter(p -> p.mayBe(card.name(), card.born())).toList();
            return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
        }

        /** A list that knows only the year takes no day away from a card that knows it. */
        private static Card refined(Card card, Person person) {
            return vaguer(card, person) ? card.born(person.born()) : card;
        }

        private static boolean vaguer(Card card, Person person) {
            return card.born().precision() == Born.Precision.YEAR
                    && person.born().precision() == Born.Precision.DAY;
        }

        private UUID identityOf(Card card, Person person) {
            return vaguer(card, person) || person.isCalled(card.name(), card.born())
                    ? person.identity()
                    : only(identity, card);
        }

        private Registered enter(Person person, SeasonView run, Wish.Request wish, Outcome card) {
            var key = row(person.id(), run);
            var before = menteeRows.get(key);
            var entry = before == null ? new MenteeEntry(person.id(), run, entered(wish)) : before;
            menteeRows.put(key, entry);
            boolean changed = entry.merge(wish) | admit(entry, person);
            return noted(entry, before == null, changed, card);
        }

        private Registered enter(Person person, SeasonView run, Wish.Offer wish, Outcome card) {
            var key = row(person.id(), run);
            var before = mentorRows.get(key);
            var entry = before == null ? new MentorEntry(person.id(), run, entered(wish)) : before;
            mentorRows.put(key, entry);
            boolean changed = entry.merge(wish) | admit(entry, person);
            return noted(entry, before == null, changed, card);
        }

        private LocalDate entered(Wish wish) {
            return wish.enteredOn() == null ? today : wish.enteredOn();
        }

        private boolean admit(RegisterEntry entry, Person person) {
            return consenting.contains(person.id().value()) && entry.admit();
        }

        private Registered noted(
                RegisterEntry entry, boolean isNew, boolean changed, Outcome card) {
            if (isNew) {
                keep(entry, "entry.created");
                return new Registered(entry.person(), entry.id(), Outcome.CREATED);
            }
            if (changed) {
                keep(entry, "entry.changed");
            }
            return new Registered(
                    entry.person(),
                    entry.id(),
                    changed && card == Outcome.UNCHANGED ? Outcome.UPDATED : card);
        }
    }

    /** The same without a trace: in a transaction that only reads, nothing it touches is stored. */
    private class Rehearsal extends Batch {

        Rehearsal(List<Registrant> registrants) {
            super(registrants);
        }

        @Override
        Map<Card, UUID> identify(List<Card> cards) {
            return cards.stream()
                    .collect(Collectors.toMap(Function.identity(), c -> NOBODY, (a, b) -> a));
        }

        @Override
        Map<Enterprise, PartnerId> employ(List<Card> cards) {
            return knownEmployers(cards);
        }

        @Override
        SeasonView run(Track track) {
            var today = LocalDate.now(clock);
            return seasons.all(track).stream()
                    .filter(SeasonView::active)
                    .findFirst()
                    .orElseGet(() ->
                            new SeasonView(new SeasonId(NOBODY), track, 0, today, today, true));
        }

        @Override
        void keep(Person person, String action) {}

        @Override
        void keep(RegisterEntry entry, String action) {}
    }
}
