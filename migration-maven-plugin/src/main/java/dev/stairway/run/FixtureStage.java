package dev.stairway.run;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.data.fixture.FixtureLoader;
import dev.stairway.data.fixture.Named;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.TableData;
import dev.stairway.matrix.Cell;
import dev.stairway.problem.Problem;
import dev.stairway.problem.ProblemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Brings the fixtures of a cell into its tables, each at its moment, and keeps the generator away from tables that still
 * wait for one: it would take the keys that the file needs.
 */
final class FixtureStage {

    private final Bench bench;
    private final History history;
    private final List<Migration> migrations;
    private final List<FixturePart> parts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    FixtureStage(Bench bench, History history, Cell cell, List<Fixture> fixtures) {
        this.bench = bench;
        this.history = history;
        this.migrations = bench.engine().migrations();
        if (bench.database() instanceof JdbcDatabase database) {
            boolean rows = cell.scenario().rows() > 0;
            fixtures.stream()
                    .filter(fixture -> fixture.belongsTo(
                            cell.changelogId(), cell.scenario().name(), rows))
                    .map(fixture -> new FixturePart(FixtureLoader.open(database, fixture), migrations))
                    .forEach(parts::add);
            parts.forEach(part -> part.unmatched(migrations).ifPresent(problem -> failed(part, problem, "")));
        }
    }

    List<Finding> findings() {
        return findings;
    }

    List<FixtureUse> uses() {
        return parts.stream().map(FixturePart::use).toList();
    }

    /** @param done migrations that are behind */
    void before(int done) throws SQLException {
        for (FixturePart part : parts) {
            if (part.wanted(history.rowlessRebuilds()) && due(part, done)) {
                load(part, done);
            }
        }
        hold();
    }

    /** What has not found its moment by now never will: says what it lacks. */
    void atHead() throws SQLException {
        before(migrations.size());
        for (FixturePart part : parts) {
            if (part.waits()) {
                load(part, migrations.size());
            }
        }
        hold();
    }

    private boolean due(FixturePart part, int done) {
        return part.loadedBefore() || (part.named() ? done >= part.after() : fits(part.loader()));
    }

    private boolean fits(FixtureLoader loader) {
        SortedMap<String, TableData> present = bench.fingerprinter().tables();
        return loader.tables().stream()
                .allMatch(name -> Named.table(present.keySet(), name)
                        .filter(table -> Named.all(
                                loader.columns(name),
                                present.get(table).columns().keySet()))
                        .isPresent());
    }

    private void load(FixturePart part, int done) throws SQLException {
        try {
            Difference brought = bench.supply().load(() -> {
                SortedMap<String, Long> rows = part.loader().load();
                String last = done == 0 ? "" : migrations.get(done - 1).id();
                part.loaded(rows, last, history.rowlessRebuilds());
                return rows.values().stream().anyMatch(count -> count > 0);
            });
            if (!brought.isEmpty()) {
                history.loaded(part.loader());
            }
        } catch (ProblemException refused) {
            failed(part, refused.problem(), moment(done));
        }
    }

    private String moment(int done) {
        return done < migrations.size()
                ? "it was to be loaded before " + migrations.get(done).id()
                : "it was to be loaded after the last migration";
    }

    private void failed(FixturePart part, Problem problem, String moment) {
        part.failed(problem.what());
        findings.add(new Finding(
                Rule.FIXTURE_NOT_LOADED,
                null,
                problem.what(),
                Stream.of(problem.where(), problem.evidence(), moment)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                problem.next()));
    }

    private void hold() {
        Set<String> waiting = new TreeSet<>();
        parts.stream()
                .filter(FixturePart::waits)
                .flatMap(part -> part.loader().tables().stream())
                .map(FixtureStage::plain)
                .forEach(waiting::add);
        bench.supply().hold(waiting);
    }

    private static String plain(String table) {
        return table.substring(table.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
