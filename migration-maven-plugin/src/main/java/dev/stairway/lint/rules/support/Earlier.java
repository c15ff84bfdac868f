package dev.stairway.lint.rules.support;

import dev.stairway.lint.Past;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.SqlTree.Delete;
import dev.stairway.script.sql.tree.SqlTree.Update;
import dev.stairway.script.sql.tree.TableAction;
import dev.stairway.script.sql.tree.TableAction.AddColumn;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;
import dev.stairway.script.sql.tree.TableAction.AttachPartition;
import dev.stairway.script.sql.tree.TableAction.RenameColumn;
import dev.stairway.script.sql.tree.TableAction.ValidateConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * What was done before a statement, of tables that no statement has made as well: the schema only knows those that one has
 * made, and has no word for the age of a column.
 */
public final class Earlier {

    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, List<Constraint>> constraints = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private final Map<String, Set<String>> validated = new HashMap<>();
    private final Set<String> cleaned = new HashSet<>();
    private final Set<String> filled = new HashSet<>();
    private final Set<String> attached = new HashSet<>();

    /** Null where this is the past itself. */
    private final Past history;

    private Earlier(Past history) {
        this.history = history;
    }

    /** Shows a rule every statement of the release in order, with what was done before it. */
    public static void walk(ReleaseView release, BiConsumer<StatementView, Earlier> rule) {
        Earlier earlier = new Earlier(release.past());
        for (StatementView statement : release.statements()) {
            rule.accept(statement, earlier);
            earlier.note(statement.tree());
        }
    }

    /** A column that this release has added to a table, as it was declared. */
    public Optional<Column> added(Name table, Name column) {
        return Optional.ofNullable(columns.get(Names.key(table, column)));
    }

    /** The same, or one that the statement itself adds before the offset. */
    public Optional<Column> added(StatementView statement, Name table, Name column, int offset) {
        return Actions.on(table, List.of(statement.parsed()), AddColumn.class)
                .filter(add -> add.offset() < offset && add.column().name().same(column))
                .map(AddColumn::column)
                .findFirst()
                .or(() -> added(table, column));
    }

    /** Constraints that were added to a table by statements of their own, ever. */
    public List<Constraint> constraints(Name table) {
        List<Constraint> all = new ArrayList<>(past().constraints.getOrDefault(Names.key(table), List.of()));
        all.addAll(constraints.getOrDefault(Names.key(table), List.of()));
        return all;
    }

    /** True when this release has added the constraint to the table. */
    public boolean made(Name table, Name constraint) {
        return made.contains(Names.key(table, constraint));
    }

    /** True when every row of the table is known to obey a constraint of {@link #constraints}. */
    public boolean obeyed(Name table, Constraint constraint) {
        return !constraint.notValid() || constraint.name() != null && isValidated(table, constraint.name());
    }

    private boolean isValidated(Name table, Name constraint) {
        return validates(table, constraint) || past().validates(table, constraint);
    }

    private boolean validates(Name table, Name constraint) {
        return validated.getOrDefault(Names.key(table), Set.of()).contains(Names.key(constraint));
    }

    /** What earlier releases have added; few rules ask, so it is looked up when one does. */
    private Earlier past() {
        return history.learn(
                Earlier.class,
                () -> new Earlier(null),
                (past, migration) ->
                        migration.up().stream().filter(ParsedStatement::covered).forEach(old -> past.note(old.tree())));
    }

    /** Names of constraints of the table, in lower case, that were validated and that no statement was seen to add. */
    public Stream<String> validatedUnseen(Name table) {
        return validated.getOrDefault(Names.key(table), Set.of()).stream()
                .filter(name -> constraints(table).stream()
                        .noneMatch(known -> known.name() != null && known.name().is(name)));
    }

    /**
     * True when this release has deleted rows of the table, or assigned values to one of the columns: whoever does so before
     * a constraint comes has looked for what it would refuse.
     *
     * @param columns of the constraint, as the product stores them
     */
    public boolean settled(Name table, Collection<String> columns) {
        return cleaned.contains(Names.key(table))
                || columns.stream()
                        .anyMatch(column -> filled.contains(Names.key(table) + "." + column.toLowerCase(Locale.ROOT)));
    }

    /** True when this release has assigned values to the column. */
    public boolean filled(Name table, Name column) {
        return filled.contains(Names.key(table, column));
    }

    /** True when the table has been made a partition of another one, in this release or before. */
    public boolean attached(Name table) {
        return attached.contains(Names.key(table)) || past().attached.contains(Names.key(table));
    }

    private void note(SqlTree tree) {
        if (tree instanceof CreateTable made && made.partitionOf() != null) {
            attached.add(Names.key(made.table()));
        } else if (tree instanceof AlterTable alter) {
            alter.actions().forEach(action -> note(alter.table(), action));
        } else if (tree instanceof Delete delete) {
            cleaned.add(Names.key(delete.table()));
        } else if (tree instanceof Update update) {
            update.columns().forEach(column -> filled.add(Names.key(update.table(), column)));
        }
    }

    private void note(Name table, TableAction action) {
        if (action instanceof AddConstraint add) {
            note(table, add.constraint());
        } else if (action instanceof ValidateConstraint validate) {
            validated.computeIfAbsent(Names.key(table), none -> new HashSet<>()).add(Names.key(validate.constraint()));
        } else if (action instanceof AttachPartition attach) {
            attached.add(Names.key(attach.partition()));
        } else if (action instanceof AddColumn add) {
            columns.put(Names.key(table, add.column().name()), add.column());
        } else if (action instanceof RenameColumn rename) {
            Column column = columns.remove(Names.key(table, rename.from()));
            if (column != null) {
                columns.put(Names.key(table, rename.to()), column);
            }
        }
    }

    private void note(Name table, Constraint constraint) {
        constraints
                .computeIfAbsent(table.name().toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                .add(constraint);
        if (constraint.name() != null) {
            made.add(Names.key(table, constraint.name()));
        }
    }
}
