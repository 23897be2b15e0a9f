package ru.mentoring.participants.domain;

import java.util.List;
import org.springframework.stereotype.Component;
import ru.mentoring.agenda.Errands;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.tenancy.CurrentScope;

/**
 * Leads whoever records consents to those without which people of the registers may not take part.
 */
@Component
class MissingConsents implements Errands {

    private static final List<ConsentKind> NEEDED =
            List.of(ConsentKind.CN1, ConsentKind.CN2, ConsentKind.CN7);

    private final ConsentQueries consents;

    MissingConsents(ConsentQueries consents) {
        this.consents = consents;
    }

    @Override
    public List<Errand> open() {
        if (!CurrentScope.get().may("consent.record")) {
            return List.of();
        }
        return consents.coverage().stream()
                .filter(kind -> NEEDED.contains(kind.kind()) && kind.needed() > kind.valid())
                .map(kind ->
                        new Errand(
                                "participants.errand." + kind.kind(),
                                List.of(kind.needed() - kind.valid()),
                                "/consents?kind=" + kind.kind() + "&status=missing"))
                .toList();
    }
}
