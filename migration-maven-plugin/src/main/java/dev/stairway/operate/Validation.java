package dev.stairway.operate;

import dev.stairway.database.provider.OperatedServer;
import dev.stairway.engine.Applied;
import dev.stairway.engine.Migration;
import dev.stairway.operate.health.Check;
import dev.stairway.operate.health.Health;
import dev.stairway.operate.health.HealthCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a database is as it should be after an upgrade or a downgrade. Reads only. */
final class Validation {

    /** What a migration can spoil. */
    private static final Set<String> OF_INTEREST =
            Set.of("invalid indexes", "constraints", "integrity", "foreign keys", "persistence");

    private final Operation operation;
    private final Health before;

    /** @param before health at the start; without any check where it was not looked at */
    Validation(Operation operation, Health before) {
        this.operation = operation;
        this.before = before;
    }

    /**
     * Looks.
     *
     * @param applied migrations that must be in the history by now
     * @param gone migrations that must not
     */
    Health of(Status status, List<Migration> applied, List<Migration> gone, Fingerprint fingerprint) {
        List<Check> checks = new ArrayList<>();
        Set<String> there = status.applied().stream().map(Applied::migration).collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        applied.stream()
                .filter(one -> !there.contains(one.id()))
                .forEach(one -> wrong.add(one.id() + " is not in the history"));
        gone.stream()
                .filter(one -> there.contains(one.id()))
                .forEach(one -> wrong.add(one.id() + " is still in the history"));
        checks.add(check("revision", wrong, status.revisionText()));
        checks.add(check(
                "pending",
                status.pending().stream()
                        .filter(one -> applied.contains(one) && !one.repeats())
                        .map(one -> one.id() + " is pending still")
                        .toList(),
                status.pending().size() + " pending"));
        checks.add(
                fingerprint.notRead().isEmpty()
                        ? new Check("schema", Check.Verdict.OK, "fingerprint " + fingerprint.schema(), "")
                        : new Check("schema", Check.Verdict.SKIPPED, fingerprint.notRead(), ""));
        checks.addAll(looked());
        return new Health(checks);
    }

    private static Check check(String name, List<String> wrong, String fine) {
        return wrong.isEmpty()
                ? new Check(name, Check.Verdict.OK, fine, "")
                : new Check(name, Check.Verdict.FAILED, String.join("; ", wrong), "Look at the history of the engine");
    }

    private List<Check> looked() {
        try (OperatedServer server = operation.asking()) {
            return new HealthCheck(server, operation.options().health())
                    .run().checks().stream()
                            .filter(check -> OF_INTEREST.contains(check.name()))
                            .map(this::judged)
                            .toList();
        }
    }

    /** What was wrong before is not this operation's; a row without its parent that was not there before is. */
    private Check judged(Check now) {
        Check.Verdict was = before.checks().stream()
                .filter(check -> check.name().equals(now.name()))
                .map(Check::verdict)
                .findFirst()
                .orElse(Check.Verdict.SKIPPED);
        if (now.verdict() == Check.Verdict.FAILED && was == Check.Verdict.FAILED) {
            return new Check(now.name(), Check.Verdict.WARNING, now.seen() + " (as before)", now.next());
        }
        return now.name().equals("foreign keys") && now.verdict() == Check.Verdict.WARNING && was == Check.Verdict.OK
                ? new Check(now.name(), Check.Verdict.FAILED, now.seen(), now.next())
                : now;
    }
}
