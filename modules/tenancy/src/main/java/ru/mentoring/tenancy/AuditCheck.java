package ru.mentoring.tenancy;

/** The verification of the audit trail, for whoever runs the application as a command. */
public interface AuditCheck {

    /**
     * Verifies all chains of the installation, and tells the log each place that is not what was
     * once written. To be called outside any scope.
     *
     * @return whether there is none
     */
    boolean holds();
}
