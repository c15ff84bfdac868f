package dev.stairway.safety;

import dev.stairway.engine.Changelog;
import dev.stairway.engine.Migration;
import dev.stairway.engine.MigrationStatements;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Observed;
import dev.stairway.finding.Rule;
import dev.stairway.lint.Catalogue;
import dev.stairway.lint.Judgement;
import dev.stairway.lint.Ledger;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Linter;
import dev.stairway.lint.Release;
import dev.stairway.lint.Remark;
import dev.stairway.lint.Setting;
import dev.stairway.lint.Targets;
import dev.stairway.lint.waiver.Waiver;
import dev.stairway.report.document.Metrics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges changelogs by all rules, for each product that they have to run on. */
public final class Judging {

    /** A table that has fewer rows is small. */
    private static final long SMALL = 1_000;

    private final SafetyOptions options;
    private final LocalDate today;
    private final RuleBook book;
    private final Witness witness;
    private final EarlierRuns runs;
    private final List<LintRule> asked;

    public Judging(SafetyOptions options, LocalDate today) {
        this(options, today, List.of());
    }

    /** @param seen by runs that are not among those of the options */
    public Judging(SafetyOptions options, LocalDate today, List<Metrics> seen) {
        this.options = options;
        this.today = today;
        this.book = new RuleBook(Catalogue.rules(), options.rules());
        this.runs = EarlierRuns.below(options.runs()).and(seen);
        this.witness = new Witness(runs);
        this.asked = book.on();
    }

    /** Number of rules that are asked. */
    public int asked() {
        return asked.size();
    }

    /** Why results of other goals could not be used, one line each. */
    public List<String> unreadRuns() {
        return runs.unread();
    }

    /**
     * Judges one changelog.
     *
     * @param engine lower-case name of what runs it
     * @param statements what it sends to each product, by product
     * @param leftOut what it leaves out there, by product
     * @param targets the versions, by product
     */
    public ChangelogJudgement judge(
            String id,
            String engine,
            Changelog changelog,
            Map<String, List<MigrationStatements>> statements,
            Map<String, List<MigrationStatements>> leftOut,
            Map<String, Targets> targets) {
        Map<String, Migration> migrations = new HashMap<>();
        leftOut.values()
                .forEach(left ->
                        left.forEach(one -> migrations.put(one.migration().id(), one.migration())));
        changelog.migrations().forEach(migration -> migrations.put(migration.id(), migration));
        Map<String, String> then = options.released().getOrDefault(id, Map.of());
        Set<String> edited = migrations.values().stream()
                .filter(migration -> then.containsKey(migration.id())
                        && !then.get(migration.id()).equals(migration.checksum()))
                .map(Migration::id)
                .collect(Collectors.toSet());
        Set<String> released = new HashSet<>(then.keySet());
        // What says something else today is judged again.
        released.removeAll(edited);
        WaiverCheck waivers = new WaiverCheck(waivable(), today);
        List<Remark> remarks = new ArrayList<>();
        List<ProductJudgement> products = new ArrayList<>();
        statements.forEach((product, said) -> {
            ReleaseGroups groups =
                    ReleaseGroups.of(said, released, changelog.tags().values());
            List<MigrationStatements> left = leftOut.getOrDefault(product, List.of());
            groups.releases().forEach(waivers::read);
            Setting setting = new Setting(targets.get(product), options.rows(), SMALL, book.limits());
            Judgement judgement = new Linter(asked)
                    .judge(new Release(
                            engine,
                            groups.history(),
                            groups.releases(),
                            setting,
                            ledger(changelog, left, said, then, edited)));
            remarks.addAll(judgement.remarks());
            products.add(new ProductJudgement(
                    targets.get(product),
                    judgement,
                    findings(id, product, judgement, migrations),
                    groups.history().size(),
                    said.size() - groups.history().size()));
        });
        return new ChangelogJudgement(id, products, waivers.faults(remarks), waivers.valid());
    }

    private static Ledger ledger(
            Changelog changelog,
            List<MigrationStatements> leftOut,
            List<MigrationStatements> said,
            Map<String, String> then,
            Set<String> edited) {
        return new Ledger(Migration.ids(changelog.migrations()), leftOut, Ledger.checksums(said, then, edited));
    }

    private Set<String> waivable() {
        return Stream.concat(book.ids().stream(), Rule.ids().stream()).collect(Collectors.toSet());
    }

    private List<Finding> findings(
            String changelog, String product, Judgement judgement, Map<String, Migration> migrations) {
        return judgement.remarks().stream()
                .map(remark -> finding(remark, changelog, product, migrations.get(remark.migration())))
                .toList();
    }

    private Finding finding(Remark remark, String changelog, String product, Migration migration) {
        Observed observed = witness.of(changelog, product, migration, remark);
        return RemarkFinding.of(remark, book.named(remark.rule()), migration, observed);
    }

    /**
     * What was said of one changelog on one product.
     *
     * @param findings one for each remark, in their order
     * @param released migrations that were not judged
     * @param judged migrations that were
     */
    public record ProductJudgement(
            Targets targets, Judgement judgement, List<Finding> findings, int released, int judged) {}

    /**
     * What was said of one changelog.
     *
     * @param faults what is wrong with waivers
     * @param waivers that count
     */
    public record ChangelogJudgement(
            String id, List<ProductJudgement> products, List<Finding> faults, List<Waiver> waivers) {}
}
