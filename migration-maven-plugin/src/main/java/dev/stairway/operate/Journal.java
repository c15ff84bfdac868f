package dev.stairway.operate;

import dev.stairway.operate.health.Health;
import java.util.ArrayList;
import java.util.List;

/** What an operation has done so far; kept by one operation, read when it ends in whatever way. */
final class Journal {

    private final String database;
    private final List<StepLine> steps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String server = "";
    private Health health = new Health(List.of());
    private Health validation = new Health(List.of());
    private String revisionBefore = "";
    private String revisionAfter = "";
    private Fingerprint before = Fingerprint.NONE;
    private Fingerprint after = Fingerprint.NONE;
    private String backup = "";
    private List<String> sql = List.of();

    Journal(String database) {
        this.database = database;
    }

    void server(String text) {
        server = text;
    }

    void health(Health seen) {
        health = seen;
    }

    Health health() {
        return health;
    }

    void validation(Health seen) {
        validation = seen;
    }

    void before(String revision) {
        revisionBefore = revision;
        revisionAfter = revision;
    }

    void before(Fingerprint seen) {
        before = seen;
    }

    Fingerprint before() {
        return before;
    }

    void after(String revision) {
        revisionAfter = revision;
    }

    void after(Fingerprint seen) {
        after = seen;
    }

    void backup(String file) {
        backup = file;
    }

    String backup() {
        return backup;
    }

    void sql(List<String> statements) {
        sql = statements;
    }

    void step(StepLine line) {
        steps.add(line);
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    OperationReport ends(OperationReport.Result result, String reason, String next) {
        return new OperationReport(
                database,
                server,
                result,
                reason,
                next,
                revisionBefore,
                revisionAfter,
                before,
                after,
                backup,
                health,
                validation,
                steps,
                notes,
                sql);
    }
}
