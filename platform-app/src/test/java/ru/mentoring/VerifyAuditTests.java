package ru.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import ru.mentoringtest.TestDatabase;

/** The command that verifies the audit trail, as an operator runs it. */
@ExtendWith(OutputCaptureExtension.class)
class VerifyAuditTests {

    private static final TestDatabase.Oracle DATABASE = TestDatabase.create();

    @TempDir Path folder;

    @Test
    void endsWithACodeAndNamesThePlace(CapturedOutput output) {
        run("--migrate");
        var region = UUID.randomUUID();
        var org = UUID.randomUUID();
        oracle().sql(
                        """
                        insert into audit.entry (region_id, id, org_id, at, role, action, object_type, object_id, fields)
                        select ?, gen_random_uuid(), ?, now(), 'SYSTEM', 'roadmap.saved', 'roadmap', gen_random_uuid(), ''
                        from generate_series(1, 3)\
                        """)
                .params(region, org)
                .update();

        assertThat(PlatformApplication.verifyAudit(arguments("--verify-audit"))).isZero();
        assertThat(output).contains("Audit trail holds: 0 chains");

        oracle().sql(
                        """
                        set session_replication_role = replica;
                        delete from sec.audit_tail where entry_id = (select min(entry_id::text)::uuid from sec.audit_tail)\
                        """)
                .update();

        assertThat(PlatformApplication.verifyAudit(arguments("--verify-audit"))).isEqualTo(2);
        assertThat(output)
                .contains("Audit trail DOES NOT HOLD")
                .contains("INSERTED at link 0 of organisation " + org + ", region " + region);
    }

    private void run(String command) {
        PlatformApplication.main(arguments(command));
    }

    private String[] arguments(String command) {
        return new String[] {
            command,
            "--spring.datasource.url=" + DATABASE.url(),
            "--spring.datasource.password=" + TestDatabase.PASSWORD,
            "--spring.flyway.url=" + DATABASE.url(),
            "--spring.flyway.password=" + TestDatabase.PASSWORD,
            "--mentoring.audit.head-folder=" + folder
        };
    }

    private static JdbcClient oracle() {
        return JdbcClient.create(
                new DriverManagerDataSource(DATABASE.url(), DATABASE.user(), DATABASE.password()));
    }
}
