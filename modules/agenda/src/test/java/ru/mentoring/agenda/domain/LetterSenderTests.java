package ru.mentoring.agenda.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.agenda.Agenda;
import ru.mentoring.agenda.Assignee;
import ru.mentoring.agenda.TaskDraft;
import ru.mentoring.agenda.TaskKey;
import ru.mentoring.tenancy.Accounts;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.RegionSettings;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class LetterSenderTests {

    @Autowired Agenda agenda;
    @Autowired Regions regions;
    @Autowired Outbox outbox;
    @Autowired LetterText text;
    @Autowired AgendaProperties properties;
    @Autowired SystemScopes scopes;
    @Autowired OrgTree tree;
    @Autowired Accounts accounts;
    @Autowired Founding founding;
    @Autowired PlatformTransactionManager transactions;
    @Autowired OracleDb oracle;
    @Autowired Correspondence correspondence;
    @Autowired Digests digests;
    @Autowired JdbcClient jdbc;
    @Autowired RegionSettings settings;
    @Autowired Clock today;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    private Regions.Region region;
    private Regions.District district;
    private Regions.Org school;
    private Scope curator;
    private Scope officer;
    private LetterSender sender;

    @BeforeEach
    void startMail() {
        server.start();
        sender = sender(server.getSmtp().getPort());
        region = regions.fresh();
        district = region.district();
        school = district.school();
        curator = school.scope(Role.CURATOR);
        officer = district.scope(Role.DISTRICT_OFFICER);
    }

    @AfterEach
    void stopMail() {
        server.stop();
    }

    @Test
    void tellsWhatIsToBeDoneWhereAndByWhichLink() throws Exception {
        ask("a");

        sender.sendDue();

        var letter = received().getFirst();
        var body = letter.getContent().toString();
        assertThat(letter.getSubject()).isEqualTo("Мои дела");
        assertThat(letter.getAllRecipients()[0].toString())
                .isEqualTo(district.subject(Role.DISTRICT_OFFICER) + "@example.test");
        assertThat(body)
                .contains("http://localhost:8080" + district.path("/review"))
                .contains("Район");
        assertThat(letter.getMessageID()).isEqualTo("<%s@letters.mentoring>".formatted(letterId()));
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void writesEachLetterOnce() {
        ask("a");

        sender.sendDue();
        sender.sendDue();

        assertThat(received()).hasSize(1);
    }

    @Test
    void sendsNothingTwiceWhenSeveralInstancesSendAtOnce() throws Exception {
        IntStream.range(0, 60).forEach(number -> ask("task " + number));

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int instance = 0; instance < 6; instance++) {
                instances.submit(() -> sender.sendDue());
            }
        }

        assertThat(received().stream().map(LetterSenderTests::messageId).distinct()).hasSize(60);
        assertThat(received()).hasSize(60);
    }

    @Test
    void losesNothingWhileTheMailServerIsDown() {
        ask("a");
        var port = server.getSmtp().getPort();
        server.stop();

        sender.sendDue();
        assertThat(state()).isEqualTo("WAITING");
        sender.sendDue();
        assertThat(attempts()).as("waits before it tries again").isEqualTo(1);

        letSomeTimePass();
        sender.sendDue();
        assertThat(attempts()).isEqualTo(2);

        var restarted = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        restarted.start();
        try {
            letSomeTimePass();
            sender.sendDue();
            sender.sendDue();
            assertThat(restarted.getReceivedMessages()).hasSize(1);
        } finally {
            restarted.stop();
        }
        assertThat(state()).isEqualTo("SENT");
    }

    @Test
    void takesOverTheLetterOfAnInstanceThatDiedUnderTheSameMessageId() {
        ask("a");
        CurrentScope.call(regionScope(), () -> outbox.take(10));
        sender.sendDue();
        assertThat(received()).as("somebody else is busy with it").isEmpty();

        letSomeTimePass();
        sender.sendDue();

        assertThat(received().stream().map(LetterSenderTests::messageId))
                .containsExactly("<%s@letters.mentoring>".formatted(letterId()));
    }

    @Test
    void givesUpAfterManyRefusals() {
        ask("a");
        server.stop();
        IntStream.range(0, Outbox.MOST_ATTEMPTS)
                .forEach(attempt -> {
                    letSomeTimePass();
                    sender.sendDue();
                });

        assertThat(state()).isEqualTo("FAILED");
    }

    @Test
    void writesToNobodyWhoHasLeft() {
        ask("a");
        founding.dismiss(officer.actor().orElseThrow(), district.id(), Role.DISTRICT_OFFICER);

        sender.sendDue();

        assertThat(received()).isEmpty();
        assertThat(state()).isEqualTo("NEEDLESS");
    }

    @Test
    void writesNoOldNews() {
        ask("a");
        oracle.jdbc()
                .sql(
                        "update agenda.letter set written_at = written_at - interval '8 days' where org_id = ?")
                .param(district.id().value())
                .update();

        sender.sendDue();

        assertThat(received()).isEmpty();
        assertThat(state()).isEqualTo("NEEDLESS");
    }

    @Test
    void keepsALetterUntilTheQuietHoursAreOver() {
        ask("a");

        sender(server.getSmtp().getPort(), at("2026-11-26T22:30")).sendDue();

        assertThat(received()).isEmpty();
        assertThat(state()).isEqualTo("WAITING");
        assertThat(attempts()).as("that was no attempt").isZero();
        assertThat(
                        oracle.jdbc()
                                .sql("select next_attempt_at from agenda.letter where org_id = ?")
                                .param(district.id().value())
                                .query(OffsetDateTime.class)
                                .single()
                                .toInstant())
                .isEqualTo(at("2026-11-27T08:00").instant());

        letSomeTimePass();
        sender.sendDue();
        assertThat(received()).hasSize(1);
    }

    @Test
    void writesAtAnyHourToWhoeverWantsThat() {
        district.as(
                Role.DISTRICT_OFFICER,
                () ->
                        correspondence.wish(
                                new LetterWishes(
                                        0,
                                        true,
                                        true,
                                        true,
                                        true,
                                        LocalTime.MIDNIGHT,
                                        LocalTime.MIDNIGHT)));
        ask("a");

        sender(server.getSmtp().getPort(), at("2026-11-28T22:30")).sendDue();

        assertThat(received()).hasSize(1);
    }

    @Test
    void writesNothingToWhoeverWantsNoLetters() {
        var usual = LetterWishes.USUAL;
        district.as(
                Role.DISTRICT_OFFICER,
                () ->
                        correspondence.wish(
                                new LetterWishes(
                                        0,
                                        false,
                                        true,
                                        true,
                                        true,
                                        usual.quietFrom(),
                                        usual.quietUntil())));
        ask("a");

        sender.sendDue();

        assertThat(received()).isEmpty();
        assertThat(state()).isEqualTo("NEEDLESS");
    }

    @Test
    void losesAndDoublesNothingInAnHourWithoutMailServer() {
        IntStream.range(0, 20).forEach(number -> ask("task " + number));
        var port = server.getSmtp().getPort();
        server.stop();

        for (int minute = 0; minute < 60; minute++) {
            sender.sendDue();
            letMinutesPass(1);
        }
        assertThat(states()).containsOnly("WAITING");

        var restarted = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        restarted.start();
        try {
            for (int minute = 0; minute < 70; minute++) {
                sender.sendDue();
                letMinutesPass(1);
            }
            var ids =
                    Arrays.stream(restarted.getReceivedMessages())
                            .filter(message -> recipient(message).equals(address()))
                            .map(LetterSenderTests::messageId)
                            .toList();
            assertThat(ids).hasSize(20).doesNotHaveDuplicates();
        } finally {
            restarted.stop();
        }
        assertThat(states()).containsOnly("SENT");
    }

    @Test
    void goesOnPastAnAddressThatIsRefused() {
        var refused = district.subject(Role.DISTRICT_HEAD) + "@example.test";
        server.getUserManager()
                .setMessageDeliveryHandler((message, mailAddress) -> {
                    if (mailAddress.getEmail().equals(refused)) {
                        throw new com.icegreen.greenmail.user.UserException("refused");
                    }
                    var users = server.getUserManager();
                    var known = users.getUserByEmail(mailAddress.getEmail());
                    return known != null
                            ? known
                            : users.createUser(
                                    mailAddress.getEmail(), mailAddress.getEmail(), "letters");
                });
        ask("a", Role.DISTRICT_HEAD);

        sender.sendDue();

        assertThat(received()).hasSize(1);
        assertThat(states()).containsExactlyInAnyOrder("SENT", "WAITING");
        letMinutesPass(5);
        sender.sendDue();
        assertThat(received()).as("nobody else is written to again").hasSize(1);
    }

    @Test
    void waitsForNoServerThatNeverAnswers() throws Exception {
        ask("a");
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            sender(silent.getLocalPort()).sendDue();
        }
        assertThat(state()).isEqualTo("WAITING");

        letMinutesPass(2);
        sender.sendDue();
        assertThat(received()).hasSize(1);
    }

    /** The check is able to fail: a letter whose mark is lost leaves twice and is seen to. */
    @Test
    void seesALetterThatLeavesTwice() {
        ask("a");
        sender.sendDue();
        oracle.jdbc()
                .sql("update agenda.letter set state = 'WAITING' where org_id = ?")
                .param(district.id().value())
                .update();

        letSomeTimePass();
        sender.sendDue();

        assertThat(received()).hasSize(2);
    }

    @Test
    void tellsTheDirectorOnceAWeekHowTheSchoolStands() throws Exception {
        var director = school.subject(Role.DIRECTOR) + "@example.test";
        var day = LocalDate.now(today);
        put(school.id(), "late", Role.CURATOR, day.minusDays(2));
        put(school.id(), "soon", Role.PSYCHOLOGIST, day);
        put(school.id(), "far", Role.CURATOR, day.plusDays(30));

        assertThat(digestsOn("2026-11-23T07:30")).isEqualTo(1);
        assertThat(digestsOn("2026-11-24T12:00")).as("once a week").isZero();
        assertThat(digestsOn("2026-11-27T12:00")).isZero();
        assertThat(digestsOn("2026-12-03T12:00")).as("too late for this week").isZero();
        assertThat(digestsOn("2026-12-07T12:00")).isEqualTo(1);

        oracle.jdbc()
                .sql(
                        """
                        update agenda.letter set next_attempt_at = now() - interval '1 second', written_at = now()
                        where org_id = ? and occurrence like 'digest 2026-W48%'\
                        """)
                .param(school.id().value())
                .update();
        sender.sendDue();

        var letters =
                Arrays.stream(server.getReceivedMessages())
                        .filter(message -> recipient(message).equals(director))
                        .toList();
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().getSubject()).contains("просрочено — 1, на неделе — 1");
        assertThat(letters.getFirst().getContent().toString())
                .contains("Просрочено (1):")
                .contains("До конца недели (1):")
                .contains("http://localhost:8080" + school.path("/home"));
    }

    @Test
    void sendsNoDigestAboutNothing() {
        school.subject(Role.DIRECTOR);
        digestsOn("2026-11-23T07:30");
        oracle.jdbc()
                .sql(
                        "update agenda.letter set next_attempt_at = now(), written_at = now() where org_id = ?")
                .param(school.id().value())
                .update();

        sender.sendDue();

        assertThat(
                        oracle.count(
                                "select count(*) from agenda.letter where org_id = ? and state = 'NEEDLESS'",
                                school.id().value()))
                .isEqualTo(1);
    }

    private int digestsOn(String moment) {
        return CurrentScope.call(
                regionScope(),
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        status -> new Digests(jdbc, settings, at(moment)).write()));
    }

    private void put(OrgId org, String key, Role role, LocalDate due) {
        CurrentScope.run(
                officer,
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(status ->
                                        agenda.put(
                                                new TaskDraft(
                                                        new TaskKey("agenda.letter-test:" + key),
                                                        org,
                                                        Assignee.carrying(role),
                                                        "agenda.nav.home",
                                                        List.of(),
                                                        due,
                                                        "/roadmap"))));
    }

    @Test
    void showsTheOutboxToNobody() {
        ask("a");
        for (var scope : List.of(curator, officer, region.scope(Role.REGION_ADMIN))) {
            assertThat(CurrentScope.call(scope, this::outboxIsReadable))
                    .as("outbox readable in %s", scope)
                    .isFalse();
        }
        assertThat(CurrentScope.call(regionScope(), this::outboxIsReadable)).isTrue();
    }

    private boolean outboxIsReadable() {
        try {
            return !outbox.take(1).isEmpty();
        } catch (org.springframework.dao.DataAccessException refused) {
            return false;
        }
    }

    private Scope regionScope() {
        return scopes.regions().stream()
                .filter(scope -> scope.region().equals(district.region()))
                .findFirst()
                .orElseThrow();
    }

    private void ask(String key, Role... others) {
        var draft =
                new TaskDraft(
                        new TaskKey("agenda.letter-test:" + key),
                        district.id(),
                        Assignee.carrying(Role.DISTRICT_OFFICER, others),
                        "agenda.nav.home",
                        List.of(),
                        null,
                        "/review");
        CurrentScope.run(
                curator,
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(status -> agenda.put(draft)));
    }

    /** By default letters are sent at an hour at which everybody likes to get them. */
    private LetterSender sender(int port) {
        return sender(port, at("2026-11-26T12:00"));
    }

    private Clock at(String moment) {
        var zone = today.getZone();
        return Clock.fixed(LocalDateTime.parse(moment).atZone(zone).toInstant(), zone);
    }

    private LetterSender sender(int port, Clock clock) {
        var mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        mail.getJavaMailProperties().setProperty("mail.smtp.timeout", "500");
        return new LetterSender(
                outbox,
                text,
                properties,
                new ObjectProvider<>() {
                    @Override
                    public JavaMailSender getObject() {
                        return mail;
                    }

                    @Override
                    public Stream<JavaMailSender> stream() {
                        return Stream.of(mail);
                    }
                },
                scopes,
                tree,
                accounts,
                correspondence,
                digests,
                settings,
                clock);
    }

    private List<MimeMessage> received() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> recipient(message).equals(address()))
                .toList();
    }

    private String address() {
        return district.subject(Role.DISTRICT_OFFICER) + "@example.test";
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void letSomeTimePass() {
        oracle.jdbc()
                .sql(
                        "update agenda.letter set next_attempt_at = now() - interval '1 second' where org_id = ?")
                .param(district.id().value())
                .update();
    }

    /** Moves all letters into the past, which is the same as waiting. */
    private void letMinutesPass(int minutes) {
        oracle.jdbc()
                .sql(
                        """
                        update agenda.letter set next_attempt_at = next_attempt_at - make_interval(mins => :minutes),
                            written_at = written_at - make_interval(mins => :minutes)
                        where org_id = :org\
                        """)
                .param("minutes", minutes)
                .param("org", district.id().value())
                .update();
    }

    private List<String> states() {
        return oracle.jdbc()
                .sql("select state from agenda.letter where org_id = ?")
                .param(district.id().value())
                .query(String.class)
                .list();
    }

    private UUID letterId() {
        return oracle.jdbc()
                .sql("select id from agenda.letter where org_id = ?")
                .param(district.id().value())
                .query(UUID.class)
                .single();
    }

    private String state() {
        return oracle.jdbc()
                .sql("select state from agenda.letter where org_id = ?")
                .param(district.id().value())
                .query(String.class)
                .single();
    }

    private int attempts() {
        return oracle.jdbc()
                .sql("select attempts from agenda.letter where org_id = ?")
                .param(district.id().value())
                .query(Integer.class)
                .single();
    }
}
