package ru.mentoring;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.modulith.Modulithic;
import ru.mentoring.shared.settings.StartChecks;
import ru.mentoring.tenancy.AuditCheck;
import ru.mentoring.tenancy.ConsoleCommand;

/** The platform on which a region runs its school mentoring programme. */
@Modulithic(systemName = "Наставничество", sharedModules = "shared")
@SpringBootApplication
@NullMarked
public class PlatformApplication {

    /** What a command ends with that has found what should not be. */
    private static final int FAULT_FOUND = 2;

    /** The options by which commands are called. */
    private static final List<String> COMMANDS = List.of("open-region");

    /**
     * Serves the pages; with {@code --migrate} brings the tables up to date and ends; with {@code
     * --verify-audit} verifies the audit trail and ends, with a code other than 0 if it has been
     * tampered with; with a command of whoever runs the installation, such as {@code
     * --open-region=…}, carries it out and ends with its code.
     */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--verify-audit")) {
            int code = verifyAudit(arguments);
            if (code != 0) {
                System.exit(code);
            }
            return;
        }
        if (command(arguments).isPresent()) {
            int code = carryOut(arguments, System.out::println);
            if (code != 0) {
                System.exit(code);
            }
            return;
        }
        var application = checked();
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

    private static SpringApplication checked() {
        var application = new SpringApplication(PlatformApplication.class);
        application.addInitializers(new StartChecks());
        return application;
    }

    /** Returns the code with which the process ends. */
    static int verifyAudit(String[] arguments) {
        var application = checked();
        application.setAdditionalProfiles("verify-audit");
        try (var context = application.run(arguments)) {
            return context.getBean(AuditCheck.class).holds() ? 0 : FAULT_FOUND;
        }
    }

    private static Optional<String> command(String[] arguments) {
        var given = new DefaultApplicationArguments(arguments);
        return COMMANDS.stream().filter(given::containsOption).findFirst();
    }

    /** Carries out the command that the arguments name, and returns the exit code. */
    static int carryOut(String[] arguments, Consumer<String> out) {
        var name = command(arguments).orElseThrow();
        var application = checked();
        application.setAdditionalProfiles("command");
        try (var context = application.run(arguments)) {
            var given = new DefaultApplicationArguments(arguments);
            var options = new HashMap<String, String>();
            for (var option : given.getOptionNames()) {
                var values = given.getOptionValues(option);
                options.put(option, values == null || values.isEmpty() ? "" : values.getLast());
            }
            return context.getBeansOfType(ConsoleCommand.class).values().stream()
                    .filter(command -> command.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .run(options, out)
                    .code();
        }
    }
}
