package ru.mentoring.participants.domain;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.mentoring.participants.Born;

/**
 * Finds out that two cards mean the same human, without a name leaving the card.
 *
 * <p>Name and birth date are hashed under a secret that the database does not know; the table of
 * hashes answers with a random number for each human of the region and with nothing else.
 */
@Component
public class Identities {

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private final SecretKeySpec key;

    Identities(JdbcClient jdbc, ParticipantsProperties properties) {
        this.jdbc = jdbc;
        this.key =
                new SecretKeySpec(
                        properties.identityKey().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Returns the identity behind each card; the same human has the same in all the region. */
    public Map<Card, UUID> of(Collection<Card> cards) {
        var hashes = new LinkedHashMap<Card, String>();
        var mac = mac();
        for (var card : cards) {
            hashes.put(card, hash(mac, card.name(), card.born()));
        }
        var wanted = hashes.values().stream().distinct().toArray(String[]::new);
        var found = new HashMap<String, UUID>();
        jdbc.sql("select hash, identity_id from sec.identify_humans(?)")
                .param(wanted)
                .query((row, n) ->
                        found.put(row.getString("hash"), row.getObject("identity_id", UUID.class)))
                .list();
        var identities = new HashMap<Card, UUID>();
        hashes.forEach((card, hash) -> identities.put(card, identity(found, hash)));
        return identities;
    }

    private static UUID identity(Map<String, UUID> found, String hash) {
        var identity = found.get(hash);
        if (identity == null) {
            throw new IllegalStateException("The database knows no identity it was asked to make");
        }
        return identity;
    }

    private String hash(Mac mac, PersonName name, Born born) {
        var birth =
                switch (born.precision()) {
                    case DAY -> born.date().toString();
                    case YEAR -> String.valueOf(born.date().getYear());
                };
        var text = name.key() + '|' + birth;
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
