package ru.mentoring.programs.domain;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.mentoring.participants.ConsentWithdrawn;

/**
 * Stops mentorships that lack a consent from now on (BR19).
 *
 * <p>An ordinary listener within the transaction of the withdrawal, not one after it: between the
 * two nobody may go on working with a child whose consent is gone (ADR 4).
 */
@Component
class StopWithoutConsent {

    private final Mentorships mentorships;
    private final Mentoring mentoring;
    private final Forms forms;

    StopWithoutConsent(Mentorships mentorships, Mentoring mentoring, Forms forms) {
        this.mentorships = mentorships;
        this.mentoring = mentoring;
        this.forms = forms;
    }

    @EventListener
    void on(ConsentWithdrawn event) {
        var affected =
                mentorships.findOpenOf(event.person().value()).stream()
                        .filter(mentorship -> needs(mentorship, event))
                        .map(Mentorship::id)
                        .toList();
        mentoring.release(event.person(), affected, event.on());
    }

    private boolean needs(Mentorship mentorship, ConsentWithdrawn event) {
        return switch (event.kind()) {
            case CN1, CN2 -> true;
            case CN7 ->
                    mentorship.mentor().person().equals(event.person())
                            && switch (forms.require(mentorship.form()).papers()) {
                                case NONE -> false;
                                case CONSENT_AND_ADDENDUM -> true;
                            };
            case CN3, CN4, CN5, CN6 -> false;
        };
    }
}
