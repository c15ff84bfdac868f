package dev.stairway.matrix;

import java.nio.file.Path;
import java.util.List;

/**
 * A walk that starts from a release that customers have, instead of from an empty database.
 *
 * @param name unique among the scenarios of a run
 * @param from tag, id or name of the release's last migration, as the user wrote it; empty to take it from the dump's history
 * @param migration id of that migration once the changelog is read; empty before, and where {@code from} is
 * @param dump file of SQL with schema and rows of the release; null to apply the migrations up to it
 * @param shownAs how messages name the dump; empty for none
 * @param product that the dump is of; empty for none
 * @param changelog id of the one that is walked; empty for every one
 * @param databases on which it is walked; empty for all of the matrix that the dump fits
 */
public record UpgradePath(
        String name,
        String from,
        String migration,
        Path dump,
        String shownAs,
        String product,
        String changelog,
        List<DatabaseRequest> databases) {

    public UpgradePath {
        databases = List.copyOf(databases);
    }

    /** From what the migrations up to this one make of an empty database. */
    public static UpgradePath from(String name, String from) {
        return new UpgradePath(name, from, "", null, "", "", "", List.of());
    }

    /** From a dump. @param product that it is of */
    public UpgradePath dumped(Path file, String shown, String of) {
        return new UpgradePath(name, from, migration, file, shown, of, changelog, databases);
    }

    /** Only this changelog on these databases; empty for every one. */
    public UpgradePath only(String changelogId, List<DatabaseRequest> some) {
        return new UpgradePath(name, from, migration, dump, shownAs, product, changelogId, some);
    }

    /** With the id of the release's last migration. */
    public UpgradePath at(String id) {
        return new UpgradePath(name, from, id, dump, shownAs, product, changelog, databases);
    }

    /** True when it is walked with this changelog on this database. */
    public boolean covers(String changelogId, DatabaseRequest database) {
        return (changelog.isEmpty() || changelog.equals(changelogId))
                && (product.isEmpty() || product.equals(database.product()))
                && (databases.isEmpty() || databases.stream().anyMatch(wanted -> wanted(wanted, database)));
    }

    private static boolean wanted(DatabaseRequest wanted, DatabaseRequest database) {
        return wanted.product().equals(database.product())
                && (wanted.version().isEmpty() || wanted.version().equals(database.version()))
                && (wanted.provider().isEmpty() || wanted.provider().equals(database.provider()));
    }

    /** For people: {@code release v1.4}, {@code release-1.4.sql}. */
    public String release() {
        return from.isEmpty() ? shownAs : "release " + from;
    }
}
