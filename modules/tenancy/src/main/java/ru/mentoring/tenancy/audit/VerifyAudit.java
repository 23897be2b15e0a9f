package ru.mentoring.tenancy.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.AuditCheck;

/** The command that verifies the audit trail and says what it found. */
@Component
class VerifyAudit implements AuditCheck {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyAudit.class);

    /** More would hide the first ones. */
    private static final int MOST_LINES = 200;

    private final Verification verification;
    private final HeadSettings settings;

    VerifyAudit(Verification verification, HeadSettings settings) {
        this.verification = verification;
        this.settings = settings;
    }

    @Override
    public boolean holds() {
        var outcome = verification.verify();
        outcome.findings().stream()
                .limit(MOST_LINES)
                .forEach(finding -> LOG.error("Audit trail: {}", finding));
        outcome.unreadable().forEach(file -> LOG.error("Audit trail: file {}", file));
        if (settings.folder().isEmpty()) {
            LOG.warn(
                    "No folder with the ends of the chains was given: a chain cut at its end, or"
                            + " computed anew as a whole, is not noticed");
        }
        LOG.info(
                "Audit trail {}: {} chains, {} entries, {} files of ends, {} findings",
                outcome.intact() ? "holds" : "DOES NOT HOLD",
                outcome.chains(),
                outcome.links(),
                outcome.files(),
                outcome.findings().size() + outcome.unreadable().size());
        return outcome.intact();
    }
}
