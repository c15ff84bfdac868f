package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.measure.LiveAccount;
import dev.stairway.measure.LiveFault;
import dev.stairway.run.LiveReport.Way;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the account of the clients says about the migration. */
final class LiveFindings {

    /** Lines of one finding; the rest is counted. */
    private static final int SHOWN = 10;

    private static final double NANOS = 1e6;

    private static final Set<LiveFault.Kind> LOST = EnumSet.of(
            LiveFault.Kind.GONE, LiveFault.Kind.OTHER_VALUE, LiveFault.Kind.OTHER_LIFE, LiveFault.Kind.RETURNED);

    private final Migration migration;
    private final Direction direction;
    private final LiveAccount account;

    LiveFindings(Migration migration, Direction direction, LiveAccount account) {
        this.migration = migration;
        this.direction = direction;
        this.account = account;
    }

    List<Finding> all() {
        String what =
                direction == Direction.UP ? "Applying it while clients work" : "Taking it back while clients work";
        List<Finding> findings = new ArrayList<>();
        add(
                findings,
                Rule.LIVE_WRITES_LOST,
                what + " loses what they had confirmed",
                of(LOST),
                "Move a key in one step that nobody can get in between: a script or MULTI with RENAMENX, which takes the"
                        + " life time along and never overwrites");
        add(
                findings,
                Rule.LIVE_WRITES_DUPLICATED,
                what + " leaves keys under both names",
                of(EnumSet.of(LiveFault.Kind.DUPLICATED)),
                "Take the former name away in the same step that makes the other one");
        add(
                findings,
                Rule.LIVE_WRITES_LEFT_BEHIND,
                what + " leaves keys under their former name, even after a second pass",
                of(EnumSet.of(LiveFault.Kind.LEFT_BEHIND)),
                "Let a second pass move what was written since; a script that remembers that it ran must not skip it");
        add(
                findings,
                Rule.LIVE_READS_WRONG_FORMAT,
                what + " lets them meet keys that they cannot read",
                Stream.concat(account.misread().stream(), of(EnumSet.of(LiveFault.Kind.WRONG_FORMAT)).stream())
                        .toList(),
                "Give a key its new name, type and value in one step; nobody may see one of them without the others");
        return findings;
    }

    private void add(List<Finding> findings, Rule rule, String title, List<LiveFault> faults, String remedy) {
        if (!faults.isEmpty()) {
            Finding finding = new Finding(rule, migration, title, shown(faults), remedy);
            findings.add(direction.back() ? finding.ofRollback() : finding);
        }
    }

    private static List<String> shown(List<LiveFault> faults) {
        List<String> lines = new ArrayList<>(
                faults.stream().map(LiveFault::text).limit(SHOWN).toList());
        if (faults.size() > SHOWN) {
            lines.add("and " + (faults.size() - SHOWN) + " more");
        }
        return lines;
    }

    private List<LiveFault> of(Set<LiveFault.Kind> kinds) {
        return account.faults().stream()
                .filter(fault -> kinds.contains(fault.kind()))
                .toList();
    }

    Way way(int clients, long leftBefore) {
        return new Way(
                "",
                clients,
                account.keys(),
                account.acknowledged(),
                account.refused(),
                account.kept(),
                account.migrated(),
                account.expired(),
                leftBefore,
                account.superseded(),
                of(LOST).size(),
                of(EnumSet.of(LiveFault.Kind.DUPLICATED)).size(),
                of(EnumSet.of(LiveFault.Kind.LEFT_BEHIND)).size(),
                account.misreadings()
                        + of(EnumSet.of(LiveFault.Kind.WRONG_FORMAT)).size(),
                account.longestCommand(),
                account.longestNanos() / NANOS,
                account.idleNanos() / NANOS);
    }
}
