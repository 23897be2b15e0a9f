package ru.mentoring.tenancy.opening;

import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.Accounts;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoring.tenancy.opening.RegionOpening.Opened;

/**
 * Lets the first administrator of a region in: by invitation, or at once where the person's login
 * is known already.
 */
@Component
public class FirstAdministrator {

    /** What has become of it. */
    public sealed interface Access {

        /** The person can sign in with the login that was named. */
        record Enrolled() implements Access {}

        /** Somebody with this address is administrator already. */
        record There() implements Access {}

        /**
         * An invitation is on its way.
         *
         * @param link the same way in, to be handed over if the letter does not arrive
         * @param until when the link expires, as people read it
         */
        record Invited(String link, String until) implements Access {}

        /** Nobody was let in, for this reason in words. */
        record Refused(String reason) implements Access {}
    }

    private final Founding founding;
    private final Accounts accounts;
    private final SystemScopes scopes;
    private final ObjectProvider<AdministratorInvitation> invitations;
    private final MessageSource messages;
    private final String issuer;

    FirstAdministrator(
            Founding founding,
            Accounts accounts,
            SystemScopes scopes,
            ObjectProvider<AdministratorInvitation> invitations,
            MessageSource messages,
            @Value("${mentoring.identity.issuer}") String issuer) {
        this.founding = founding;
        this.accounts = accounts;
        this.scopes = scopes;
        this.invitations = invitations;
        this.messages = messages;
        this.issuer = issuer;
    }

    /**
     * Lets somebody in. Repeating it changes nothing.
     *
     * @param subject the person's identifier at the identity provider, or empty to invite
     */
    Access letIn(Opened opened, String name, String email, String subject) {
        if (!subject.isEmpty()) {
            founding.enrol(
                    opened.region(),
                    opened.centre(),
                    Role.REGION_ADMIN,
                    issuer,
                    subject,
                    name,
                    email);
            return new Access.Enrolled();
        }
        if (isAdministrator(opened, email)) {
            return new Access.There();
        }
        var invitation = invitations.getIfAvailable();
        return invitation == null
                ? new Access.Refused(
                        messages.getMessage(
                                "tenancy.open-region.no-invitations", null, Locale.getDefault()))
                : invitation.invite(opened, name, email);
    }

    private boolean isAdministrator(Opened opened, String email) {
        return CurrentScope.call(
                scopes.of(opened.region(), opened.centre()),
                () ->
                        accounts.withRole(opened.centre(), Role.REGION_ADMIN).stream()
                                .anyMatch(one -> one.email().equalsIgnoreCase(email)));
    }
}
