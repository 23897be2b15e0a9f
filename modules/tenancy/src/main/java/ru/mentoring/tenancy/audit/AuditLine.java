package ru.mentoring.tenancy.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail for readers: ids have become the names that they stand for today.
 *
 * @param actor name of who acted; empty where the system did or the account is not known any more
 * @param bySystem whether nobody acted but the platform itself
 * @param behalf name of whoever the actor stood in for; empty if it was their own right
 * @param roles the roles in which the actor worked, such as {@code CURATOR}; none for the system
 * @param org name of the organisation to which the entry belongs
 * @param fields what of the object was touched: names of fields or of kinds, never values
 * @param network the network that the request came from, if it came from one
 */
public record AuditLine(
        UUID id,
        Instant at,
        String actor,
        boolean bySystem,
        String behalf,
        List<String> roles,
        String org,
        String action,
        String objectType,
        UUID object,
        List<String> fields,
        boolean refused,
        @Nullable String network) {

    public AuditLine {
        roles = List.copyOf(roles);
        fields = List.copyOf(fields);
    }
}
