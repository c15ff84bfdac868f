package dev.stairway.audit;

import dev.stairway.audit.AuditRecord.Approval;
import dev.stairway.audit.AuditRecord.Operation;
import dev.stairway.audit.AuditRecord.Outcome;
import dev.stairway.audit.AuditRecord.State;
import dev.stairway.secret.Mask;
import java.nio.file.Path;
import java.util.Map;

/** Trails to be looked at and spoiled. */
final class Trails {

    private Trails() {}

    static AuditRecord record(String what) {
        return new AuditRecord(
                new Operation("upgrade", "staging", "com.example:shop:1.0", what, "2026-11-22T10:00:00Z", 1234),
                new Who("ann", "build-7", "ann-of-ci", "https://ci.example.com/17"),
                Map.of("plugin", "0.1.0", "java", "17.0.9"),
                Map.of("changelog db", "00ff"),
                Map.of("lockTimeoutMillis", "5000"),
                new State("aa", "bb", "backup/7.dump"),
                Map.of("fingerprint", "equal", "plans", "skipped: no queries"),
                new Approval("CHG-17", "bob"),
                Outcome.passed());
    }

    static AuditTrail of(Path file, int records) {
        AuditTrail trail = AuditTrail.at(file);
        for (int i = 1; i <= records; i++) {
            trail.append(record("database " + i), Mask.NONE);
        }
        return trail;
    }
}
