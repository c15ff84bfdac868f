package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Index;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An index that goes, and what it was good for goes with it. */
public final class DropIndex implements LintRule {

    private static final Pattern UNIQUE =
            Pattern.compile("(?:.*_)?(?:unique|uniq|uq|uk|ux|uidx)(?:_.*)?", Pattern.CASE_INSENSITIVE);

    private static final Facts FACTS = Facts.of("G48", "drop-index", Severity.WARNING)
            .about("postgresql", "sqlite")
            .catches("An index that is dropped and not replaced")
            .when(
                    "A unique index is dropped (or one that is named like it), or the last index on the columns of a foreign key; on"
                            + " SQLite, any index that this release has not made. Quiet when the release makes an index that begins with"
                            + " the same columns or has the same name, and for new and small tables. How the index is dropped is told by"
                            + " drop-index-not-concurrent.")
            .effect(
                    "Queries that used the index read the whole table from this moment on. Without a unique index duplicates come in, and"
                            + " it cannot be made again before they are gone.")
            .instead(
                    "Make sure that no query uses the index (pg_stat_user_indexes, EXPLAIN QUERY PLAN); create its successor first")
            .see(
                    "https://www.postgresql.org/docs/current/sql-dropindex.html",
                    "https://www.sqlite.org/lang_dropindex.html")
            .provenBy(Proof.QUERY_SUFFERS, Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        IndexChanges changes = new IndexChanges(release.statements());
        for (StatementView statement : release.statements()) {
            statement
                    .as(Drop.class)
                    .filter(drop -> drop.kind() == ObjectKind.INDEX)
                    .ifPresent(drop -> drop.names().forEach(name -> check(release, changes, statement, name, remarks)));
        }
    }

    private static void check(
            ReleaseView release, IndexChanges changes, StatementView statement, Name name, Remarks remarks) {
        Optional<Index> known = statement.schema().index(name);
        boolean harmless = known.map(index -> index.isNew() || statement.isHarmless(index.table()))
                .orElse(false);
        if (harmless || replaced(changes, name, known) || known.isEmpty() && madeBeside(statement)) {
            return;
        }
        boolean unique =
                known.map(Index::unique).orElse(UNIQUE.matcher(name.name()).matches());
        Optional<Constraint> key = known.flatMap(index -> bare(release, index));
        String on = known.map(index -> " of " + index.table().written()).orElse("");
        if (unique) {
            remarks.at(
                    statement,
                    0,
                    name.written(),
                    "Nothing keeps duplicates out" + on + " any more when " + name.written() + " is gone");
        } else if (key.isPresent()) {
            String parent = key.get().references().table().written();
            remarks.at(
                    statement,
                    0,
                    name.written(),
                    name.written() + " was the index of the foreign key to " + parent
                            + ": each delete there reads the whole table now");
        } else if (statement.targets().is("sqlite")) {
            remarks.at(
                    statement,
                    0,
                    name.written(),
                    "Queries that used " + name.written() + on + " read the whole table from now on");
        }
    }

    private static boolean replaced(IndexChanges changes, Name name, Optional<Index> known) {
        return changes.madeAfter(-1, name.written())
                        .anyMatch(made -> made.index().same(name))
                || known.filter(index -> changes.on(index.table()).stream().anyMatch(made -> takesOver(made, index)))
                        .isPresent();
    }

    /** True when the migration makes an index as well: nobody knows what the old one was, but it has a successor. */
    private static boolean madeBeside(StatementView statement) {
        return statement.migration().up().stream()
                .anyMatch(other -> other.as(CreateIndex.class).isPresent());
    }

    private static boolean takesOver(CreateIndex made, Index old) {
        List<String> keys = AccessPath.keys(made.parts());
        List<String> before = AccessPath.keys(old.parts());
        boolean begins =
                keys.size() >= before.size() && keys.subList(0, before.size()).equals(before);
        return made.table().same(old.table()) && begins && (!old.unique() || made.unique() && keys.equals(before));
    }

    /** The foreign key that no index serves when the release is over, though this one did. */
    private static Optional<Constraint> bare(ReleaseView release, Index index) {
        return release.after().table(index.table()).stream()
                .flatMap(table -> table.all(Constraint.Kind.FOREIGN_KEY).stream()
                        .filter(key -> AccessPath.of(index).finds(key.columns()))
                        .filter(key -> !served(table, key)))
                .findFirst();
    }

    private static boolean served(Table table, Constraint key) {
        return AccessPath.of(table).stream().anyMatch(path -> path.finds(key.columns()));
    }
}
