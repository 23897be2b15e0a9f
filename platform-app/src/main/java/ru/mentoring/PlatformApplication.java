package ru.mentoring;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.modulith.Modulithic;
import ru.mentoring.tenancy.AuditCheck;

/** The platform on which a region runs its school mentoring programme. */
@Modulithic(systemName = "Наставничество", sharedModules = "shared")
@SpringBootApplication
@NullMarked
public class PlatformApplication {

    /** What a command ends with that has found what should not be. */
    private static final int FAULT_FOUND = 2;

    /**
     * Serves the pages; with {@code --migrate} brings the tables up to date and ends; with {@code
     * --verify-audit} verifies the audit trail and ends, with a code other than 0 if it has been
     * tampered with.
     */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--verify-audit")) {
            int code = verifyAudit(arguments);
            if (code != 0) {
                System.exit(code);
            }
            return;
        }
        var application = new SpringApplication(PlatformApplication.class);
        if (List.of(arguments).contains("--migrate")) {
            application.setAdditionalProfiles("migrate");
            try (var context = application.run(arguments)) {
                // Lazy like everything in this mode: asking for it runs the migrations.
                context.getBean(FlywayMigrationInitializer.class);
            }
        } else {
            application.run(arguments);
        }
    }

    /** Returns the code with which the process ends. */
    static int verifyAudit(String[] arguments) {
        var application = new SpringApplication(PlatformApplication.class);
        application.setAdditionalProfiles("verify-audit");
        try (var context = application.run(arguments)) {
            return context.getBean(AuditCheck.class).holds() ? 0 : FAULT_FOUND;
        }
    }
}
