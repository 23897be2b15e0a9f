package ru.mentoringlocal.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The realm of production with the addresses and the invented people of this machine. */
final class LocalRealm {

    private static final String FILE = "keycloak/mentoring-realm.json";

    private LocalRealm() {}

    static String json(LocalSettings settings, List<LocalAccount> accounts) {
        try {
            var text =
                    new ClassPathResource(FILE)
                            .getContentAsString(StandardCharsets.UTF_8)
                            .replace("${MENTORING_IDENTITY_SECRET}", LocalSettings.CLIENT_SECRET)
                            .replace("${MENTORING_PUBLIC_URL}", settings.address())
                            .replace("${MENTORING_INTERNAL_URL}", settings.address())
                            .replace("${MENTORING_MAIL_HOST}", "127.0.0.1")
                            .replace("${MENTORING_MAIL_PORT}", "" + settings.mailPort())
                            .replace("${MENTORING_MAIL_FROM}", "no-reply@localhost.localdomain");
            var json = JsonMapper.builder().build();
            var realm = (ObjectNode) json.readTree(text);
            var users = new ArrayList<Map<String, Object>>();
            for (var account : accounts) {
                users.add(user(account));
            }
            realm.set("users", json.valueToTree(users));
            return json.writeValueAsString(realm);
        } catch (IOException e) {
            throw new CannotStart(FILE + " cannot be read", e);
        }
    }

    private static Map<String, Object> user(LocalAccount account) {
        return Map.of(
                "id", account.subject(),
                "username", account.login(),
                "enabled", true,
                "emailVerified", true,
                "email", account.email(),
                "firstName", account.first() + " " + account.patronymic(),
                "lastName", account.surname(),
                "credentials",
                        List.of(
                                Map.of(
                                        "type",
                                        "password",
                                        "value",
                                        LocalSettings.PASSWORD,
                                        "temporary",
                                        false)));
    }
}
