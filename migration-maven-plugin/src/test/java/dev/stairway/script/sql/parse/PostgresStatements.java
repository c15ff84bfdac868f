package dev.stairway.script.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.List;

/** Reads single statements of PostgreSQL for tests. */
final class PostgresStatements {

    private PostgresStatements() {}

    static ParsedStatement parse(String sql) {
        return SqlParser.parse(new SqlStatement("V1.sql", 1, 1, sql), "postgresql");
    }

    /** What it says; fails when that is not known. */
    static SqlTree tree(String sql) {
        ParsedStatement parsed = parse(sql);
        assertThat(parsed.notCovered()).as(sql).isEmpty();
        return parsed.tree();
    }

    static <T extends SqlTree> T tree(String sql, Class<T> kind) {
        SqlTree tree = tree(sql);
        assertThat(tree).as(sql).isInstanceOf(kind);
        return kind.cast(tree);
    }

    static Query query(String sql) {
        return tree(sql, SqlTree.Select.class).query();
    }

    /** The only action of an ALTER TABLE of {@code t}. */
    static TableAction action(String action) {
        SqlTree.AlterTable altered = tree("ALTER TABLE t " + action, SqlTree.AlterTable.class);
        assertThat(altered.actions()).as(action).hasSize(1);
        return altered.actions().get(0);
    }

    /** A name that is written as it is stored. */
    static Name name(String name) {
        return new Name("", name, name, false);
    }

    static List<String> stored(List<Name> names) {
        return names.stream().map(Name::name).toList();
    }
}
