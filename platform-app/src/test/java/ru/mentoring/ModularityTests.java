package ru.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/**
 * The modules are these, they use what they say they use, and their documentation is written with
 * each build.
 */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(PlatformApplication.class);

    @Test
    void consistsOfExactlyTheseModules() {
        assertThat(
                        modules.stream()
                                .map(ApplicationModule::getIdentifier)
                                .map(ApplicationModuleIdentifier::toString))
                .containsExactlyInAnyOrder(
                        "shared",
                        "tenancy",
                        "agenda",
                        "documents",
                        "surveys",
                        "roadmaps",
                        "participants",
                        "programs",
                        "matching",
                        "monitoring",
                        "publishing");
    }

    @Test
    void keepsTheWallsBetweenModules() {
        modules.verify();
    }

    /**
     * Also writes the description of the modules that the packaged application reads instead of
     * scanning itself.
     */
    @Test
    void writesTheDocumentation() {
        new Documenter(modules).writeDocumentation().writeModuleMetadata();
    }
}
