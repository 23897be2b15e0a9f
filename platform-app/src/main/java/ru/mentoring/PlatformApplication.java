package ru.mentoring;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.modulith.Modulithic;

/** The platform on which a region runs its school mentoring programme. */
@Modulithic(systemName = "Наставничество", sharedModules = "shared")
@SpringBootApplication
@NullMarked
public class PlatformApplication {

    /** Serves the pages, or with {@code --migrate} brings the tables up to date and ends. */
    public static void main(String[] arguments) {
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
}
