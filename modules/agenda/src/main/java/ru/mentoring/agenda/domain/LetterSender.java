package ru.mentoring.agenda.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ru.mentoring.agenda.domain.Digests.Digest;
import ru.mentoring.agenda.domain.LetterText.Words;
import ru.mentoring.agenda.domain.Outbox.Letter;
import ru.mentoring.tenancy.AccountView;
import ru.mentoring.tenancy.Accounts;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.OrgView;
import ru.mentoring.tenancy.RegionSettings;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;

/**
 * Sends the letters of the outbox.
 *
 * <p>Several instances of the application may do so at once: each takes letters that no other has
 * taken. Where no mail server is configured the letters wait, and so do those for people who do not
 * want to be written to at this hour.
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
    private final Correspondence correspondence;
    private final Digests digests;
    private final RegionSettings settings;
    private final Clock clock;

    LetterSender(
            Outbox outbox,
            LetterText text,
            AgendaProperties properties,
            ObjectProvider<JavaMailSender> mail,
            SystemScopes scopes,
            OrgTree tree,
            Accounts accounts,
            Correspondence correspondence,
            Digests digests,
            RegionSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.text = text;
        this.properties = properties;
        this.mail = mail;
        this.scopes = scopes;
        this.tree = tree;
        this.accounts = accounts;
        this.correspondence = correspondence;
        this.digests = digests;
        this.settings = settings;
        this.clock = clock;
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
            sendAll(centre, server);
        }
    }

    private void sendAll(Scope centre, JavaMailSender server) {
        var zone = CurrentScope.call(centre, settings::zone);
        var letters = take(centre);
        while (!letters.isEmpty()) {
            for (var letter : letters) {
                var digest = letter.about() == null ? digest(centre, letter, zone) : null;
                CurrentScope.run(centre, () -> send(letter, digest, zone, server));
            }
            letters = letters.size() < AT_ONCE ? List.of() : take(centre);
        }
    }

    private List<Letter> take(Scope centre) {
        return CurrentScope.call(centre, () -> outbox.take(AT_ONCE));
    }

    private Digest digest(Scope centre, Letter letter, ZoneId zone) {
        return CurrentScope.call(scopes.of(centre.region(), letter.org()), () -> digests.now(zone));
    }

    private void send(Letter letter, @Nullable Digest digest, ZoneId zone, JavaMailSender server) {
        var org = tree.organisation(letter.org());
        var recipient = recipient(letter, org);
        var wishes = correspondence.of(letter.org(), letter.recipient());
        if (recipient.isEmpty()
                || !wishes.want(letter.occasion())
                || digest != null && digest.saysNothing()) {
            outbox.needless(letter);
            return;
        }
        var now = clock.instant();
        var welcome = wishes.earliest(now, zone);
        if (welcome.isAfter(now)) {
            outbox.hold(letter, welcome);
            return;
        }
        var to = recipient.get();
        var words =
                digest == null
                        ? text.about(
                                Objects.requireNonNull(letter.about()),
                                letter.occasion(),
                                org,
                                zone,
                                to.locale())
                        : text.digest(digest, org, zone, to.locale());
        try {
            server.send(compose(letter, words, to, server));
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
            Letter letter, Words words, AccountView recipient, JavaMailSender server)
            throws MessagingException {
        var message = server.createMimeMessage();
        var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(properties.sender());
        helper.setTo(recipient.email());
        helper.setSubject(words.subject());
        helper.setText(words.body());
        message.setHeader("Message-ID", "<" + letter.id() + "@letters.mentoring>");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }
}
