package dev.stairway.lint.rules.release;

import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a release has added so far to tables that exist, and out of what it has filled it. */
final class Expansion {

    /** Names of tables that only keep rows. */
    private static final Pattern BACKUP = Pattern.compile(
            "(?:.*_)?(?:backup|bak|bck|old|archived?|kept|saved|legacy|orig|original|copy|tmp|temp|snapshot|before|history)(?:_.*)?\\d*",
            Pattern.CASE_INSENSITIVE);

    /** A column that was added. */
    private record Added(Name table, Column column) {}

    /** A column that was filled from others. @param sources names of those @param choosing of those that chose the rows */
    private record Filled(Name table, Name column, Set<String> sources, Set<String> choosing) {

        boolean from(Name other) {
            return sources.stream().anyMatch(other::is) || choosing.stream().anyMatch(other::is);
        }
    }

    /** A new table with rows of an old one. @param text of the query that reads them */
    private record Copied(Name to, Name from, String text) {

        boolean isBackup() {
            return BACKUP.matcher(to.name()).matches();
        }

        boolean reads(Name column) {
            return Pattern.compile(
                            "(?<![\\w$])" + Pattern.quote(column.name()) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .find();
        }
    }

    /** Each by its table, an old one where rows were copied: a release may have thousands. */
    private final Map<String, List<Added>> added = new HashMap<>();

    private final Map<String, List<Filled>> filled = new HashMap<>();
    private final Map<String, List<Copied>> copied = new HashMap<>();
    private final Map<String, List<Name>> triggered = new HashMap<>();
    private final Map<String, List<Filled>> eased = new HashMap<>();

    private final TableNames names;

    Expansion(ReleaseView release) {
        this.names = new TableNames(release.statements());
    }

    private static <T> void put(Map<String, List<T>> all, Name table, T one) {
        all.computeIfAbsent(Names.key(table), none -> new ArrayList<>()).add(one);
    }

    private static <T> Stream<T> of(Map<String, List<T>> all, Name table) {
        return all.getOrDefault(Names.key(table), List.of()).stream();
    }

    void after(StatementView statement) {
        SqlTree tree = statement.tree();
        if (tree instanceof SqlTree.AlterTable altered && !statement.isNew(altered.table())) {
            for (TableAction action : altered.actions()) {
                altered(altered.table(), action);
            }
        } else if (tree instanceof SqlTree.Update update) {
            filled(update);
        } else if (tree instanceof SqlTree.Insert insert && insert.query() != null && statement.isNew(insert.table())) {
            insert.query().tables().stream()
                    .filter(from -> !statement.isNew(from) && !from.same(insert.table()))
                    .forEach(from -> put(
                            copied,
                            from,
                            new Copied(insert.table(), from, insert.query().text())));
        } else if (tree instanceof SqlTree.CreateTable made && made.as() != null && !made.temporary()) {
            made.as().tables().stream()
                    .filter(from -> !statement.isNew(from))
                    .forEach(from -> put(
                            copied,
                            from,
                            new Copied(made.table(), from, made.as().text())));
        } else if (tree instanceof SqlTree.CreateTrigger made) {
            put(triggered, made.table(), made.table());
        }
    }

    private void altered(Name table, TableAction action) {
        if (action instanceof TableAction.AddColumn add) {
            put(added, table, new Added(table, add.column()));
        } else if (action instanceof TableAction.AlterDefault changed && changed.value() != null) {
            eased(table, changed.column());
        } else if (action instanceof TableAction.AddConstraint add
                && add.constraint().notValid()
                && add.constraint().check() != null) {
            add.constraint().check().columns().forEach(column -> eased(table, new Name("", column, column, false)));
        }
    }

    private void eased(Name table, Name column) {
        put(eased, table, new Filled(table, column, Set.of(), Set.of()));
    }

    private void filled(SqlTree.Update update) {
        Set<String> choosing =
                update.where() == null ? Set.of() : update.where().columns();
        int pairs = Math.min(update.columns().size(), update.values().size());
        for (int at = 0; at < pairs; at++) {
            Name column = update.columns().get(at);
            Expression value = update.values().get(at);
            if (added(update.table(), column).isPresent()) {
                put(filled, update.table(), new Filled(update.table(), column, value.columns(), choosing));
            }
        }
    }

    /** The column of the table that was added in this release. */
    Optional<Column> added(Name table, Name column) {
        return of(added, table)
                .filter(add -> add.table().same(table) && add.column().name().same(column))
                .map(Added::column)
                .findFirst();
    }

    /** The new column or table that took over what stands in this column. */
    Optional<Name> successor(Name table, Name column) {
        Optional<Name> beside = of(filled, table)
                .filter(fill -> fill.table().same(table) && !fill.column().same(column) && fill.from(column))
                .map(Filled::column)
                .findFirst();
        return beside.or(() -> of(copied, table)
                .filter(copy -> copy.from().same(table) && !copy.isBackup() && copy.reads(column))
                .map(Copied::to)
                .findFirst());
    }

    /** The new table that took over rows of this one and is not about to get its name. */
    Optional<Name> successor(Name table) {
        return of(copied, table)
                .filter(copy -> copy.from().same(table) && !names.isRebuilt(table))
                .filter(copy -> !copy.isBackup())
                .map(Copied::to)
                .findFirst();
    }

    /** True when an added column gets the name of the one it follows: running code finds its column as before. */
    boolean isRenamedTo(Name table, Name column) {
        return names.isRenamedTo(table, column);
    }

    /** True when a statement gave this added column values out of other columns. */
    boolean isFilled(Name table, Name column) {
        return of(filled, table)
                .anyMatch(fill -> fill.table().same(table)
                        && fill.column().same(column)
                        && !fill.sources().isEmpty());
    }

    /** True when a default or a constraint that is checked step by step shows that the change is made with care. */
    boolean isEased(Name table, Name column) {
        return of(eased, table)
                .anyMatch(ease -> ease.table().same(table) && ease.column().same(column));
    }

    /** True when a trigger keeps new rows right. */
    boolean isTriggered(Name table) {
        return of(triggered, table).anyMatch(table::same);
    }
}
