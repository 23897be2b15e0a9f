package ru.mentoring.agenda.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ru.mentoring.agenda.domain.Outbox.Letter;
import ru.mentoring.tenancy.AccountView;
import ru.mentoring.tenancy.Accounts;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.OrgView;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.SystemScopes;

/**
 * Sends the letters of the outbox.
 *
 * <p>Several instances of the application may do so at once: each takes letters that no other has
 * taken. Where no mail server is configured the letters wait.
 */
@Component
class LetterSender {

    private static final Logger log = LoggerFactory.getLogger(LetterSender.class);

    private static final int AT_ONCE = 20;

    private final Outbox outbox;
    private final LetterText text;
    private final AgendaProperties properties;
    private final ObjectProvider<JavaMailSender> mail;
    private final SystemScopes scopes;
    private final OrgTree tree;
    private final Accounts accounts;

    LetterSender(
            Outbox outbox,
            LetterText text,
            AgendaProperties properties,
            ObjectProvider<JavaMailSender> mail,
            SystemScopes scopes,
            OrgTree tree,
            Accounts accounts) {
        this.outbox = outbox;
        this.text = text;
        this.properties = properties;
        this.mail = mail;
        this.scopes = scopes;
        this.tree = tree;
        this.accounts = accounts;
    }

    @Scheduled(
            fixedDelayString = "${mentoring.agenda.letters-every:10s}",
            initialDelayString = "${mentoring.agenda.letters-every:10s}")
    void sendDue() {
        var server = mail.getIfAvailable();
        if (server == null) {
            return;
        }
        for (var centre : scopes.regions()) {
            CurrentScope.run(centre, () -> sendAll(server));
        }
    }

    private void sendAll(JavaMailSender server) {
        var letters = outbox.take(AT_ONCE);
        while (!letters.isEmpty()) {
            letters.forEach(letter -> send(letter, server));
            letters = letters.size() < AT_ONCE ? java.util.List.of() : outbox.take(AT_ONCE);
        }
    }

    private void send(Letter letter, JavaMailSender server) {
        var org = tree.organisation(letter.org());
        var recipient = recipient(letter, org);
        if (recipient.isEmpty()) {
            outbox.needless(letter);
            return;
        }
        try {
            server.send(compose(letter, org, recipient.get(), server));
        } catch (MessagingException | RuntimeException refusal) {
            log.warn(
                    "Letter {} was not taken at attempt {}: {}",
                    letter.id(),
                    letter.attempts(),
                    refusal.getClass().getSimpleName());
            outbox.refused(letter);
            return;
        }
        outbox.sent(letter);
    }

    /** Returns the recipient with today's address, if they still work at the organisation. */
    private Optional<AccountView> recipient(Letter letter, OrgView org) {
        return Arrays.stream(Role.values())
                .filter(role -> role.kind() == org.kind())
                .flatMap(role -> accounts.withRole(org.id(), role).stream())
                .filter(account -> account.id().equals(letter.recipient()))
                .findFirst();
    }

    private MimeMessage compose(
            Letter letter, OrgView org, AccountView recipient, JavaMailSender server)
            throws MessagingException {
        var message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.sender());
        helper.setTo(recipient.email());
        helper.setSubject(text.subject(letter, recipient.locale()));
        helper.setText(text.body(letter, org, recipient.locale()));
        message.setHeader("Message-ID", "<" + letter.id() + "@letters.mentoring>");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
