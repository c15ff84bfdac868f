package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A foreign key whose rows can only be found by reading the whole table. */
public final class FkNoIndex implements LintRule {

    private static final Facts FACTS = Facts.of("G37", "fk-no-index", Severity.WARNING)
            .about("postgresql", "sqlite")
            .catches("A foreign key without an index on its own columns")
            .when(
                    "A foreign key is added to a table that exists already, or one that says what to do on delete or update to a new"
                            + " table that refers to an old one, and when the release is over no index, primary key or unique"
                            + " constraint of the table begins with the columns of the key. Quiet for small tables, and for tables that the changelog did not make, whose"
                            + " indexes nobody here can know.")
            .effect(
                    "Neither PostgreSQL nor SQLite makes that index by itself. Each DELETE or change of a key in the table that is"
                            + " referred to reads the whole referring table, once per row, under locks.")
            .instead("Create an index on the columns of the foreign key")
            .see(
                    "https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK",
                    "https://www.sqlite.org/foreignkeys.html#fk_indexes")
            .provenBy(Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Map<String, List<Renamed>> renames = renames(release.statements());
        for (int at = 0; at < release.statements().size(); at++) {
            int place = at;
            AddedForeignKey.of(release.statements().get(at))
                    .forEach(key -> check(release, key, nameAtTheEnd(renames, place, key.table()), remarks));
        }
    }

    private static void check(ReleaseView release, AddedForeignKey key, Name now, Remarks remarks) {
        Optional<Table> after = release.after().table(now);
        boolean existed = release.before().table(now).isPresent();
        if (after.isEmpty()
                || key.statement().isSmall(now)
                || !existed && (!key.acts() || !now.same(key.table()) || bothNew(release, key))
                || !has(after.get(), key)
                || indexed(after.get(), key)
                || release.before().table(now).map(before -> has(before, key)).orElse(false)) {
            return;
        }
        say(key, now, existed, remarks);
    }

    /** Nothing is deleted yet from a table that this release has made as well. */
    private static boolean bothNew(ReleaseView release, AddedForeignKey key) {
        Name parent = key.constraint().references().table();
        return key.statement().isNew(parent)
                && !parent.same(key.table())
                && release.before().table(parent).isEmpty();
    }

    /** A table that a statement of this release gives another name. @param at place of the statement @param place of the rename */
    private record Renamed(int at, int place, Name from, Name to) {}

    private static Map<String, List<Renamed>> renames(List<StatementView> statements) {
        Map<String, List<Renamed>> renames = new HashMap<>();
        int place = 0;
        for (int at = 0; at < statements.size(); at++) {
            if (statements.get(at).tree() instanceof AlterTable altered) {
                for (TableAction action : altered.actions()) {
                    if (action instanceof TableAction.RenameTable renamed) {
                        renames.computeIfAbsent(Names.key(altered.table()), none -> new ArrayList<>())
                                .add(new Renamed(at, place++, altered.table(), renamed.to()));
                    }
                }
            }
        }
        return renames;
    }

    /** A table that is made to take the place of another one gets that one's name in the end. */
    private static Name nameAtTheEnd(Map<String, List<Renamed>> renames, int from, Name table) {
        Name name = table;
        int place = -1;
        for (Renamed next = next(renames, from, place, name); next != null; next = next(renames, from, place, name)) {
            name = next.to();
            place = next.place();
        }
        return name;
    }

    private static Renamed next(Map<String, List<Renamed>> renames, int from, int behind, Name name) {
        return renames.getOrDefault(Names.key(name), List.of()).stream()
                .filter(renamed -> renamed.at() >= from && renamed.place() > behind)
                .filter(renamed -> renamed.from().same(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean has(Table table, AddedForeignKey wanted) {
        return table.all(Constraint.Kind.FOREIGN_KEY).stream()
                .anyMatch(constraint -> names(constraint.columns()).equals(names(wanted.columns())));
    }

    private static List<String> names(List<Name> columns) {
        return columns.stream().map(AccessPath::plain).toList();
    }

    private static boolean indexed(Table table, AddedForeignKey key) {
        return AccessPath.of(table).stream().anyMatch(path -> path.finds(key.columns()));
    }

    private static void say(AddedForeignKey key, Name table, boolean existed, Remarks remarks) {
        String columns = key.columns().stream().map(Name::written).collect(Collectors.joining(", "));
        String parent = key.constraint().references().table().written();
        boolean online = existed && key.statement().targets().is("postgresql");
        String index = "ix_" + table.name() + "_"
                + key.columns().stream().map(Name::name).collect(Collectors.joining("_"));
        remarks.at(
                key.statement(),
                key.constraint().offset(),
                table.written(),
                "No index of " + table.written() + " begins with " + columns + ", so each delete in " + parent
                        + " reads all of " + table.written(),
                "CREATE INDEX " + (online ? "CONCURRENTLY " : "") + index + " ON " + table.written() + " (" + columns
                        + ");" + (online ? " in a migration without a transaction" : ""));
    }
}
