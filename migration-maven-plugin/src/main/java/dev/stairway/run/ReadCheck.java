package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.engine.ReleaseReads.Read;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.matrix.Scenario;
import dev.stairway.measure.Answer;
import dev.stairway.measure.ClientLink;
import dev.stairway.measure.LiveClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The invariant "a release reads what it read before the other one came": the old release's commands are asked before the
 * migration is applied and after, the new release's after it is applied and after it was taken back.
 */
final class ReadCheck {

    private static final int SHOWN = 20;

    private final Migration migration;
    private final Optional<LiveClients> clients;
    private List<Asked> old = List.of();
    private List<Asked> fresh = List.of();

    /** One thing asked for, and what came. */
    private record Asked(Read read, Answer answer) {

        String text() {
            return read.where() + ": " + answer.command();
        }
    }

    ReadCheck(Bench bench, Migration migration, Scenario scenario) {
        this.migration = migration;
        // Without the keys that the commands name there is nothing to read.
        this.clients = scenario.rows() > 0 ? LiveClients.on(bench.database()) : Optional.empty();
    }

    /** Call before the migration is applied. */
    void before() {
        old = ask(migration.reads().oldRelease());
    }

    /** Call right after it was applied. */
    List<Finding> applied() {
        List<Finding> findings = new ArrayList<>();
        compare(findings, old, Rule.OLD_RELEASE_READS_FAIL, "The old release cannot read any more once it is applied");
        fresh = ask(migration.reads().newRelease());
        return findings;
    }

    /** Call right after it was taken back. */
    List<Finding> rolledBack() {
        List<Finding> findings = new ArrayList<>();
        compare(
                findings,
                fresh,
                Rule.NEW_RELEASE_READS_FAIL,
                "The new release cannot read any more once it is taken back");
        findings.replaceAll(Finding::ofRollback);
        return findings;
    }

    private List<Asked> ask(List<Read> reads) {
        if (clients.isEmpty() || reads.isEmpty()) {
            return List.of();
        }
        try (ClientLink link = clients.get().connect()) {
            return reads.stream().map(read -> ask(link, read)).toList();
        }
    }

    /** As an application does that looks elsewhere when it finds nothing. */
    private static Asked ask(ClientLink link, Read read) {
        Asked asked = null;
        for (List<byte[]> command : read.alternatives()) {
            asked = new Asked(read, link.ask(command));
            if (asked.answer().found() || asked.answer().failed()) {
                return asked;
            }
        }
        return asked;
    }

    private void compare(List<Finding> findings, List<Asked> first, Rule rule, String title) {
        List<Asked> again = ask(first.stream().map(Asked::read).toList());
        List<String> differences = new ArrayList<>();
        List<String> nothing = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Asked was = first.get(i);
            Asked is = again.get(i);
            if (was.answer().failed()) {
                differences.add(was.text() + " answers " + was.answer().text() + " in its own format already");
            } else if (!was.answer().found()) {
                nothing.add(was.text());
            } else if (!was.answer().same(is.answer())) {
                differences.add(was.text() + " answered " + was.answer().text() + ", and now "
                        + other(was.answer(), is.answer()) + is.answer().text());
            }
        }
        add(
                findings,
                rule,
                title,
                differences,
                "Keep what it reads until it is gone everywhere: write both formats, or let it look under both names"
                        + " (a line that begins with 'else')");
        add(
                findings,
                Rule.RELEASE_READS_NOTHING,
                "Some of the reads find nothing in their own format, so they show nothing",
                nothing,
                "Add their keys to the data of the scenario, or take them out");
    }

    private static String other(Answer was, Answer is) {
        return was.command().equals(is.command()) ? "" : is.command() + " answers ";
    }

    private void add(List<Finding> findings, Rule rule, String title, List<String> lines, String remedy) {
        if (!lines.isEmpty()) {
            List<String> shown = new ArrayList<>(lines.subList(0, Math.min(SHOWN, lines.size())));
            if (lines.size() > SHOWN) {
                shown.add("and " + (lines.size() - SHOWN) + " more");
            }
            findings.add(new Finding(rule, migration, title, shown, remedy));
        }
    }
}
