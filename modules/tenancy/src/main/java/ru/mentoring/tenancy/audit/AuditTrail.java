package ru.mentoring.tenancy.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;

@Component
class AuditTrail implements Audit {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Refuses to run outside the transaction of the change that it records. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String objectType, UUID objectId, String... fields) {
        add(action, objectType, objectId, String.join(" ", fields), TrailEntry.DONE);
    }

    @Override
    @Transactional
    public void read(String action, String objectType, UUID objectId) {
        add(action, objectType, objectId, "", TrailEntry.DONE);
    }

    @Override
    @Transactional
    public void refused(String permission) {
        add(
                "access.refused",
                "organisation",
                CurrentScope.get().org().value(),
                permission,
                TrailEntry.REFUSED);
    }

    private void add(
            String action, String objectType, UUID objectId, String fields, String result) {
        var scope = CurrentScope.get();
        var caller = Caller.current();
        jdbc.sql(
                        """
                        insert into audit.entry
                            (region_id, id, org_id, at, account_id, role, action, object_type, object_id, fields, result,
                             request_id, address, assignment_id, on_behalf_of)
                        select :region, :id, :org, :at, cast(:account as uuid), :role, :action, :objectType, :object, :fields,
                            :result, :request, :address, a.assignment_id, a.on_behalf_of
                        from (select) one left join sec.acting() a on true\
                        """)
                .param("region", scope.region().value())
                .param("id", Ids.next())
                .param("org", scope.org().value())
                .param("at", Timestamp.from(clock.instant()))
                .param("account", scope.actor().map(AccountId::value).orElse(null))
                .param("role", scope.rolesText())
                .param("action", action)
                .param("objectType", objectType)
                .param("object", objectId)
                .param("fields", fields)
                .param("result", result)
                .param("request", caller.map(Caller::request).orElse(null))
                .param("address", caller.map(Caller::network).orElse(null))
                .update();
    }
}
