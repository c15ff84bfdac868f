package dev.stairway.lint.rules.generic;

import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Data that a way up removes. */
final class Lost {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*+'|(?<![\\w.'])-?\\d+(?:\\.\\d+)?(?![\\w.'])");

    private final List<Name> made = new ArrayList<>();
    private final List<Name> emptied = new ArrayList<>();
    private final List<SqlTree.Delete> deleted = new ArrayList<>();
    private final List<Value> overwritten = new ArrayList<>();

    /** A column that has lost what was in it. */
    private record Value(Name table, Name column) {}

    private Lost() {}

    static Lost of(List<ParsedStatement> up) {
        Lost lost = new Lost();
        up.stream().filter(ParsedStatement::covered).forEach(statement -> lost.after(statement.tree()));
        return lost;
    }

    private void after(SqlTree tree) {
        if (tree instanceof SqlTree.CreateTable table) {
            made.add(table.table());
        } else if (tree instanceof SqlTree.Drop drop && drop.kind() == ObjectKind.TABLE) {
            drop.names().forEach(this::emptied);
        } else if (tree instanceof SqlTree.Truncate truncate) {
            truncate.tables().forEach(this::emptied);
        } else if (tree instanceof SqlTree.Delete delete && !isMade(delete.table())) {
            deleted.add(delete);
        } else if (tree instanceof SqlTree.Update update && update.where() == null) {
            update.columns().forEach(column -> overwritten(update.table(), column));
        } else if (tree instanceof SqlTree.AlterTable altered) {
            altered.actions().forEach(action -> after(altered.table(), action));
        }
    }

    private void after(Name table, TableAction action) {
        if (action instanceof TableAction.DropColumn dropped) {
            overwritten(table, dropped.column());
        } else if (action instanceof TableAction.AddColumn added) {
            made.add(new Name("", table.name() + "." + added.column().name().name(), "", false));
        }
    }

    private void emptied(Name table) {
        if (!isMade(table)) {
            emptied.add(table);
        }
    }

    private void overwritten(Name table, Name column) {
        boolean madeHere = isMade(table) || made.stream().anyMatch(name -> name.is(table.name() + "." + column.name()));
        if (!madeHere) {
            overwritten.add(new Value(table, column));
        }
    }

    private boolean isMade(Name table) {
        return made.stream().anyMatch(table::same);
    }

    /**
     * True when rows of the table went, and these are not known to be the same ones.
     *
     * @param seeds what earlier migrations have inserted: what they wrote may be written again
     */
    boolean rows(SqlTree.Insert back, ParsedStatement statement, List<ParsedStatement> seeds) {
        List<SqlTree.Delete> fromIt = deleted.stream()
                .filter(delete -> delete.table().same(back.table()))
                .toList();
        String insert = statement.source().sql();
        boolean exact = fromIt.stream().anyMatch(delete -> tells(delete, insert)) && seeded(back, insert, seeds);
        return emptied.stream().anyMatch(back.table()::same) || !fromIt.isEmpty() && !exact;
    }

    /** True when every value stood in an INSERT of that table before. */
    private static boolean seeded(SqlTree.Insert back, String insert, List<ParsedStatement> seeds) {
        String before = seeds.stream()
                .filter(seed -> seed.as(SqlTree.Insert.class)
                        .filter(known -> known.table().same(back.table()))
                        .isPresent())
                .map(seed -> seed.source().sql())
                .collect(Collectors.joining("\n"));
        return LITERAL.matcher(insert).results().allMatch(value -> before.contains(value.group()));
    }

    /** True when the rows are chosen by values of their own that stand in the INSERT, too. */
    private static boolean tells(SqlTree.Delete delete, String insert) {
        if (delete.where() == null
                || !delete.where().functions().isEmpty()
                || delete.where().text().matches("(?s).*[<>].*")) {
            return false;
        }
        Matcher literal = LITERAL.matcher(delete.where().text());
        while (literal.find()) {
            if (insert.contains(literal.group())) {
                return true;
            }
        }
        return false;
    }

    /** True when the values that the column had are gone. */
    boolean values(Name table, Name column) {
        return overwritten.stream()
                .anyMatch(lost -> lost.table().same(table) && lost.column().same(column));
    }
}
