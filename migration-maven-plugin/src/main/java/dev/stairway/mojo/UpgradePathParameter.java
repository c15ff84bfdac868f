package dev.stairway.mojo;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.UpgradePath;
import dev.stairway.problem.ProblemException;
import dev.stairway.release.Dump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One {@code <upgradePath>}: a walk that starts from a release instead of from an empty database. */
public class UpgradePathParameter {

    private static final Set<String> TAKEN = Set.of("empty", "sample", "large");

    /** Name in reports, beside {@code empty} and {@code sample}; default {@code from} with a hyphen and the release. */
    private String name;

    /** Tag of the changelog, or id or name of the release's last migration; may be left out where a dump tells it. */
    private String from;

    /**
     * File of SQL with schema and rows of the release, as {@code pg_dump --format=plain} or SQLite's {@code .dump} writes it,
     * relative to the project; default none: the migrations of the release are applied.
     */
    private String dump;

    /** Changelog that is walked; default every one. */
    private String changelog;

    /** Databases on which it is walked; default all of the matrix that the dump fits. */
    private List<String> databases;

    /** Files of rows that customers of that release have. */
    private List<FixtureParameter> fixtures;

    /** @param base directory of the project */
    UpgradePath path(Path base) {
        UpgradePath path = UpgradePath.from(name(), text(from)).only(text(changelog), databases());
        if (text(dump).isEmpty()) {
            if (text(from).isEmpty()) {
                throw problem(
                        "The upgrade path " + name() + " says neither where it starts nor from which dump",
                        "Write <from> with a tag or a migration, or <dump> with a file, or both");
            }
            return path;
        }
        Path file = base.resolve(text(dump));
        if (!Files.isRegularFile(file)) {
            throw problem(
                    "The dump of the upgrade path " + name() + " does not exist: " + text(dump),
                    "Correct <dump>; it is relative to " + base);
        }
        return path.dumped(file, text(dump), Dump.of(file, text(dump)).product());
    }

    /** Its fixtures, bound to it. @param roots directories that the files are relative to */
    List<Fixture> fixtures(List<Path> roots) {
        List<Fixture> bound = new ArrayList<>();
        for (FixtureParameter parameter : fixtures == null ? List.<FixtureParameter>of() : fixtures) {
            Fixture fixture = parameter.fixture(roots);
            bound.add(new Fixture(
                    fixture.file(),
                    fixture.shownAs(),
                    fixture.table(),
                    fixture.records(),
                    fixture.after(),
                    fixture.when(),
                    List.of(name()),
                    fixture.changelog().isEmpty() ? text(changelog) : fixture.changelog()));
        }
        return bound;
    }

    private String name() {
        String given = text(name);
        String release =
                text(from).isEmpty() ? Path.of(text(dump)).getFileName().toString() : text(from);
        String own = given.isEmpty() ? "from-" + release : given;
        if (TAKEN.contains(own)) {
            throw problem("<name> of an upgrade path is " + own + ", which is a scenario", "Give it another name");
        }
        return own;
    }

    private List<DatabaseRequest> databases() {
        return CheckedSettings.words(databases).stream()
                .map(DatabaseRequest::parse)
                .toList();
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static ProblemException problem(String what, String next) {
        return ProblemException.setup(what, "<upgradePaths> in the pom", "", next, null);
    }
}
