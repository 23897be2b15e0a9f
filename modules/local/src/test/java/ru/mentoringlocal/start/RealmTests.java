package ru.mentoringlocal.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The realm that production imports keeps to the rules of signing in. */
class RealmTests {

    private final JsonNode realm = read();

    @Test
    void breaksNoRule() {
        assertThat(violations(realm)).isEmpty();
    }

    @Test
    void noticesEachBrokenRule() {
        assertThat(violations(broken(web -> web.putArray("redirectUris").add("https://a/*"))))
                .hasSize(1);
        assertThat(
                        violations(
                                broken(web ->
                                        attributes(web)
                                                .put("pkce.code.challenge.method", "plain"))))
                .hasSize(1);
        assertThat(violations(broken(web -> attributes(web).put("post.logout.redirect.uris", "+"))))
                .hasSize(1);
        assertThat(violations(broken(web -> web.put("directAccessGrantsEnabled", true))))
                .hasSize(1);
        assertThat(violations(broken(web -> web.put("implicitFlowEnabled", true)))).hasSize(1);
        assertThat(violations(broken(web -> web.put("publicClient", true)))).hasSize(1);
        assertThat(violations(broken(web -> web.put("fullScopeAllowed", true)))).hasSize(1);
        assertThat(violations(broken(web -> web.put("secret", "guessed")))).hasSize(1);
        assertThat(violations(broken(web -> web.putArray("webOrigins").add("*")))).hasSize(1);
    }

    @Test
    void speaksRussianFirstAndEnglishToo() {
        assertThat(realm.get("internationalizationEnabled").asBoolean()).isTrue();
        assertThat(realm.get("defaultLocale").asString()).isEqualTo("ru");
        assertThat(realm.get("supportedLocales").values())
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("ru", "en");
    }

    @Test
    void slowsDownGuessingWithoutLockingAnybodyOutForGood() {
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("permanentLockout").asBoolean()).isFalse();
        assertThat(realm.get("failureFactor").asInt()).isLessThanOrEqualTo(5);
        assertThat(realm.get("maxFailureWaitSeconds").asInt()).isLessThanOrEqualTo(900);
        assertThat(realm.get("passwordPolicy").asString()).contains("length(12)");
    }

    @Test
    void endsSessionsAndTokensSoon() {
        assertThat(realm.get("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(realm.get("accessCodeLifespan").asInt()).isLessThanOrEqualTo(60);
        assertThat(realm.get("ssoSessionIdleTimeout").asInt()).isLessThanOrEqualTo(1800);
        assertThat(realm.get("ssoSessionMaxLifespan").asInt()).isLessThanOrEqualTo(36000);
    }

    /** Otherwise somebody signed out there would stay signed in here. */
    @Test
    void tellsTheApplicationOfEndedSessions() {
        var attributes = realm.get("clients").get(0).get("attributes");

        assertThat(attributes.get("backchannel.logout.url").asString())
                .isEqualTo("${MENTORING_INTERNAL_URL}/logout/connect/back-channel/keycloak");
        assertThat(attributes.get("backchannel.logout.session.required").asString())
                .isEqualTo("true");
    }

    @Test
    void containsNoPeople() {
        assertThat(realm.has("users")).isFalse();
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
    }

    @Test
    void fillsInEverythingOnThisMachine() {
        var settings = new LocalSettings(Path.of("."), 5433, 8180, 9000, 3025, 8090, 8091, 8090);

        var local = JsonMapper.shared().readTree(LocalRealm.json(settings, LocalAccount.all()));

        assertThat(local.toString()).doesNotContain("${MENTORING");
        assertThat(local.get("clients").get(0).get("redirectUris").get(0).asString())
                .isEqualTo("http://localhost:8090/login/oauth2/code/keycloak");
        assertThat(local.get("users").size()).isEqualTo(LocalAccount.all().size());
    }

    private static List<String> violations(JsonNode realm) {
        var found = new ArrayList<String>();
        for (var client : realm.get("clients")) {
            insist(found, !client.get("publicClient").asBoolean(), "is public");
            insist(found, !client.get("implicitFlowEnabled").asBoolean(), "allows implicit");
            insist(found, !client.get("directAccessGrantsEnabled").asBoolean(), "takes passwords");
            insist(found, !client.get("fullScopeAllowed").asBoolean(), "gets every role");
            insist(found, isPlaceholder(client.get("secret")), "has its secret in the file");
            var attributes = client.get("attributes");
            insist(
                    found,
                    "S256".equals(attributes.get("pkce.code.challenge.method").asString()),
                    "does not insist on PKCE with S256");
            insist(
                    found,
                    isExact(attributes.get("post.logout.redirect.uris")),
                    "leads anywhere after signing out");
            for (var address : client.get("redirectUris")) {
                insist(found, isExact(address), "leads anywhere after signing in");
            }
            insist(found, client.get("webOrigins").isEmpty(), "answers scripts of other sites");
        }
        return found;
    }

    private static void insist(List<String> found, boolean holds, String otherwise) {
        if (!holds) {
            found.add("A client " + otherwise);
        }
    }

    private static boolean isPlaceholder(JsonNode value) {
        return value.asString().matches("\\$\\{[A-Z_]+\\}");
    }

    /** An address below the installation's own one, without a wildcard. */
    private static boolean isExact(JsonNode value) {
        return value.asString().matches("\\$\\{[A-Z_]+\\}(/[a-z0-9]+)*/?");
    }

    private static JsonNode broken(Consumer<ObjectNode> how) {
        var realm = read();
        how.accept((ObjectNode) realm.get("clients").get(0));
        return realm;
    }

    private static ObjectNode attributes(ObjectNode client) {
        return (ObjectNode) client.get("attributes");
    }

    private static JsonNode read() {
        try {
            return JsonMapper.shared()
                    .readTree(
                            Files.readString(
                                    Path.of("../../deploy/keycloak/realm/mentoring-realm.json")));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The realm's file is not where the module expects it", e);
        }
    }
}
