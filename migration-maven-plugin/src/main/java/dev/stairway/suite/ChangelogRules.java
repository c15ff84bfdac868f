package dev.stairway.suite;

import dev.stairway.engine.Changelog;
import dev.stairway.engine.Engine;
import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.finding.Finding;
import dev.stairway.lint.Catalogue;
import dev.stairway.lint.Ledger;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Linter;
import dev.stairway.lint.Release;
import dev.stairway.lint.Remark;
import dev.stairway.lint.Setting;
import dev.stairway.lint.Targets;
import dev.stairway.lint.waiver.Waivers;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.metrics.FindingSheet.Waiver;
import dev.stairway.safety.RemarkFinding;
import dev.stairway.suite.ReleasedMigrations.Earlier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that ask whether a changelog is whole, and not what its statements do. */
final class ChangelogRules {

    private static final Set<String> WHOLE =
            Set.of("duplicate-id", "non-linear", "edited-applied", "filtered-out", "unresolved-placeholder");

    private final TargetVersions versions;
    private final Linter linter;
    private final Waivers waivers;

    ChangelogRules(TargetVersions versions, LocalDate today) {
        this.versions = versions;
        this.waivers = new Waivers(today);
        this.linter = new Linter(
                Catalogue.rules().stream().filter(ChangelogRules::asked).toList());
    }

    private static boolean asked(LintRule rule) {
        return WHOLE.contains(rule.facts().id());
    }

    /** Waivers that stand in the migrations read so far. */
    List<Waiver> waivers() {
        return waivers.counting().stream().map(Waiver::of).toList();
    }

    /** What they say of a changelog on any product; each once. */
    List<Finding> of(NamedChangelog named, Engine engine, Changelog changelog, Earlier earlier) {
        Map<List<Object>, Finding> found = new LinkedHashMap<>();
        versions.of(engine).forEach((product, targets) -> {
            String version = targets.newest().toString();
            List<MigrationStatements> said = engine.statements(named.source(), product, version);
            List<MigrationStatements> leftOut = engine.leftOut(named.source(), product, version);
            waivers.read(said);
            Map<String, Migration> migrations = new HashMap<>();
            leftOut.forEach(one -> migrations.put(one.migration().id(), one.migration()));
            changelog.migrations().forEach(migration -> migrations.put(migration.id(), migration));
            for (Remark remark : remarks(engine, changelog, earlier, targets, said, leftOut)) {
                List<Object> place = List.of(remark.rule().id(), remark.migration(), remark.position(), remark.what());
                found.putIfAbsent(place, RemarkFinding.of(remark, migrations.get(remark.migration())));
            }
        });
        return List.copyOf(found.values());
    }

    private List<Remark> remarks(
            Engine engine,
            Changelog changelog,
            Earlier earlier,
            Targets targets,
            List<MigrationStatements> said,
            List<MigrationStatements> leftOut) {
        Set<String> edited = new HashSet<>(Migration.ids(earlier.edited(changelog)));
        List<MigrationStatements> history = new ArrayList<>();
        List<MigrationStatements> release = new ArrayList<>();
        for (MigrationStatements one : said) {
            String id = one.migration().id();
            boolean released = earlier.ids().contains(id) && !edited.contains(id);
            (released ? history : release).add(one);
        }
        Ledger ledger = new Ledger(
                Migration.ids(changelog.migrations()), leftOut, Ledger.checksums(said, earlier.checksums(), edited));
        return linter.judge(new Release(engine.name(), history, List.of(release), Setting.of(targets), ledger))
                .remarks();
    }
}
