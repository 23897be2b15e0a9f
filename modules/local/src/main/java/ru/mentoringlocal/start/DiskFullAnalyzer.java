package ru.mentoringlocal.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Shows a start that failed for want of room on the disk as that, whatever failed first. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DiskFullAnalyzer implements FailureAnalyzer {

    private final Environment environment;

    DiskFullAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        if (!environment.acceptsProfiles(Profiles.of("local"))) {
            return null;
        }
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof CannotStart told && told.getCause() == null) {
                // It says already, and better, what it is about.
                return null;
            }
        }
        var told = DiskFull.told(failure, LocalSettings.read(environment).directory());
        return told == null ? null : new FailureAnalysis(told, null, failure);
    }
}
