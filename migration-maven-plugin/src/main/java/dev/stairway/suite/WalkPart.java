package dev.stairway.suite;

import dev.stairway.data.Fillers;
import dev.stairway.data.profile.Profile;
import dev.stairway.data.profile.ProfileFile;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.Engine;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.ReleaseName;
import dev.stairway.matrix.UpgradePath;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.run.CellReport;
import dev.stairway.run.Matrix;
import dev.stairway.run.Toolbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stairway over the cells of the options. */
final class WalkPart implements VerifyPart {

    private final SuiteOptions options;
    private final Map<String, Engine> engines;
    private final SuiteListener listener;
    private final Documents documents;
    private final List<ChangelogEntry> entries;
    private final Profile profile;
    private final List<Cell> cells;

    private WalkPart(
            SuiteOptions options,
            Map<String, Engine> engines,
            SuiteListener listener,
            Documents documents,
            List<ChangelogEntry> entries,
            Profile profile,
            List<Cell> cells) {
        this.options = options;
        this.engines = engines;
        this.listener = listener;
        this.documents = documents;
        this.entries = entries;
        this.profile = profile;
        this.cells = new ArrayList<>(cells);
    }

    /**
     * Checks what can be checked before any server starts.
     *
     * @param entries of the changelogs, which are read while servers start
     * @throws dev.stairway.problem.ProblemException when the options make no sense together
     */
    static WalkPart of(
            SuiteOptions options,
            Map<String, Engine> engines,
            SuiteListener listener,
            Documents documents,
            List<ChangelogEntry> entries) {
        List<Cell> cells = new Cells(options, engines).matrix();
        FixtureFiles.check(options);
        Path file = options.walk().rows().profileFile();
        Profile profile = file == null ? Profile.NONE : ProfileFile.read(file);
        return new WalkPart(options, engines, listener, documents, entries, profile, cells);
    }

    @Override
    public String name() {
        return VerifyParts.TEST;
    }

    @Override
    public List<Cell> cells() {
        return List.copyOf(cells);
    }

    /** A changelog was read: the releases that cells start from are looked up in it. */
    void read(NamedChangelog named, Changelog changelog) {
        cells.replaceAll(cell -> departing(cell, named, changelog));
    }

    @Override
    public void run(Map<DatabaseRequest, DatabaseServer> servers, List<Cell> mine, VerifyDraft draft)
            throws InterruptedException {
        draft.add(name(), documents.walked(entries, mine.isEmpty() ? List.of() : walk(mine, servers)));
    }

    /** @param some of the cells */
    List<CellReport> walk(List<Cell> some, Map<DatabaseRequest, DatabaseServer> servers) throws InterruptedException {
        return new Matrix(servers, this::tools, this::migrations, options.walk(), listener)
                .walk(some, options.threads());
    }

    private static Cell departing(Cell cell, NamedChangelog named, Changelog changelog) {
        UpgradePath path = cell.scenario().path();
        return path == null || !cell.changelogId().equals(named.id())
                ? cell
                : cell.from(ReleaseName.resolve(path, changelog));
    }

    private int migrations(Cell cell) {
        return entries.stream()
                .filter(entry -> entry.id().equals(cell.changelogId()))
                .mapToInt(entry -> entry.migrations().size())
                .sum();
    }

    private Toolbox tools(Cell cell) {
        return new Toolbox(
                engines.get(cell.engine()),
                this::fingerprinter,
                (database, seed) -> Fillers.open(database, seed, cell.source().data(), profile(cell)));
    }

    /** Production's spread is for large data; other cells stay small and show the corners of every type. */
    private Profile profile(Cell cell) {
        return cell.scenario().large()
                ? profile
                : profile.rowsAtMost(cell.scenario().rows());
    }

    private Fingerprinter fingerprinter(Database database, Set<String> bookkeepingTables) {
        boolean serverState = options.walk().checks().serverState();
        return options.walk().checks().paranoid()
                ? Fingerprinters.paranoid(database, bookkeepingTables, serverState)
                : Fingerprinters.open(database, bookkeepingTables, serverState);
    }
}
