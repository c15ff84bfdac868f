package dev.stairway.audit;

import java.util.Map;

/**
 * What one operation did, as the audit trail keeps it. Texts are empty where there is nothing to say, never null.
 *
 * @param operation what was done, where and when
 * @param who did it
 * @param versions of the plugin, Java, Maven, engines and servers, by name
 * @param digests SHA-256 of what was read and written, by name: changelogs, the metrics document, a backup
 * @param settings of the operation that its result depends on, by name
 * @param state of the database before and after
 * @param checks every check with its result, or with the reason why it was skipped
 * @param approval what the user says of it; this program never fills it
 * @param outcome how it ended
 */
public record AuditRecord(
        Operation operation,
        Who who,
        Map<String, String> versions,
        Map<String, String> digests,
        Map<String, String> settings,
        State state,
        Map<String, String> checks,
        Approval approval,
        Outcome outcome) {

    /** Name of the digest of the metrics document of a run, by which that document proves the trail later. */
    public static final String DOCUMENT = "metrics.json";

    /**
     * What was done.
     *
     * @param name goal, for example {@code upgrade}
     * @param environment name that the user gave to where it was done
     * @param project groupId:artifactId:version
     * @param target database, without credentials
     * @param startedAt ISO-8601, UTC, by the clock of the machine
     * @param durationMillis by a clock that is never set
     */
    public record Operation(
            String name, String environment, String project, String target, String startedAt, long durationMillis) {}

    /**
     * The database before and after.
     *
     * @param fingerprintBefore empty where none was taken
     * @param fingerprintAfter empty where none was taken
     * @param backup file that the state before can be restored from
     */
    public record State(String fingerprintBefore, String fingerprintAfter, String backup) {

        /** Of an operation that changed no database that anybody keeps. */
        public static final State NONE = new State("", "", "");
    }

    /**
     * Whose decision it was.
     *
     * @param ticket number of a change
     * @param approver name
     */
    public record Approval(String ticket, String approver) {

        public static final Approval NONE = new Approval("", "");
    }

    /**
     * How it ended.
     *
     * @param result {@code PASSED}, {@code FAILED} or {@code STOPPED} (it did not come to its end)
     * @param reason one sentence; empty where it passed
     * @param exit 0 when it passed, else 1: the exit code of a build that does nothing else
     */
    public record Outcome(String result, String reason, int exit) {

        public static Outcome passed() {
            return new Outcome("PASSED", "", 0);
        }

        public static Outcome failed(String reason) {
            return new Outcome("FAILED", reason, 1);
        }

        public static Outcome stopped(String reason) {
            return new Outcome("STOPPED", reason, 1);
        }
    }
}
