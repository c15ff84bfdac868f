package dev.stairway.mojo;

import dev.stairway.audit.AuditRecord.Approval;
import dev.stairway.audit.AuditTrail;
import dev.stairway.audit.Seal;
import java.io.File;

/**
 * What a goal is told about the audit trail.
 *
 * @param trail null for none
 * @param end where it ended before the run
 * @param environment name of where things are done; empty for none
 * @param approval what the user says of it
 */
record AuditSettings(AuditTrail trail, Seal end, String environment, Approval approval) {

    /**
     * Opens the trail, so that nothing begins which could not be recorded.
     *
     * @param file null for none; the others may be null as well
     */
    static AuditSettings of(File file, String environment, String ticket, String approver) {
        AuditTrail trail = file == null ? null : AuditTrail.at(file.toPath());
        return new AuditSettings(
                trail,
                trail == null ? Seal.NONE : trail.end(),
                text(environment),
                new Approval(text(ticket), text(approver)));
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
