package dev.stairway.lint;

import dev.stairway.lint.schema.Schema;
import dev.stairway.lint.schema.Table;
import dev.stairway.lint.schema.View;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A statement of a way up, with what is so when it runs.
 *
 * @param parsed the statement; always one that is understood
 * @param migration whose it is
 * @param index its place among the migration's statements
 * @param schema as the statements before it have left it; what no statement has made is not in there
 * @param transaction true when it runs in a transaction: the runner's, or one that a statement before it began
 * @param parameters what statements before it have set and nobody has reset, in lower case: {@code lock_timeout},
 *     {@code search_path}; of SQLite what pragmas have set
 * @param setting what is known beside the changelog
 */
public record StatementView(
        ParsedStatement parsed,
        MigrationView migration,
        int index,
        Schema schema,
        boolean transaction,
        Map<String, String> parameters,
        Setting setting) {

    public StatementView {
        parameters = Map.copyOf(parameters);
    }

    public SqlTree tree() {
        return parsed.tree();
    }

    /** What it does, where it is of this kind. */
    public <T extends SqlTree> Optional<T> as(Class<T> kind) {
        return parsed.as(kind);
    }

    public Targets targets() {
        return setting.targets();
    }

    /** The statements of the migration that run before this one, understood or not. */
    public List<ParsedStatement> before() {
        return migration.up().subList(0, index);
    }

    /** The statements of the migration that run after this one, understood or not. */
    public List<ParsedStatement> after() {
        return migration.up().subList(index + 1, migration.up().size());
    }

    /**
     * True when the table is made in this very release, or for a session: nobody uses it yet, and it holds next to nothing.
     * So is a view, for those that are materialized have indexes.
     */
    public boolean isNew(Name table) {
        return schema.table(table)
                .map(known -> known.temporary() || known.origin() == Table.Origin.RELEASE)
                .orElseGet(() -> schema.view(table).map(View::isNew).orElse(false));
    }

    /** True when it holds few rows, as a profile of production says. */
    public boolean isSmall(Name table) {
        OptionalLong rows = setting.rows(table);
        return rows.isPresent() && rows.getAsLong() <= setting.smallRows();
    }

    /** True when a profile of production says that it holds so many rows that queries of it take their time. */
    public boolean isLarge(Name table) {
        return setting.rows(table).orElse(0) >= Setting.LARGE_ROWS;
    }

    /** True when work and locks on it cannot hurt: it is new or small. */
    public boolean isHarmless(Name table) {
        return isNew(table) || isSmall(table);
    }
}
