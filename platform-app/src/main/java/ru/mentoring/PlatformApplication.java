package ru.mentoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The platform on which a region runs its school mentoring programme. */
@Modulithic(systemName = "Наставничество", sharedModules = "shared")
@SpringBootApplication
@NullMarked
public class PlatformApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PlatformApplication.class, arguments);
    }
}
