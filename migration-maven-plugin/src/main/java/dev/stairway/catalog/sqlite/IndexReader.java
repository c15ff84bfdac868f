package dev.stairway.catalog.sqlite;

import static dev.stairway.catalog.sqlite.TableReader.lower;

import dev.stairway.catalog.Answers;
import dev.stairway.catalog.ConditionText;
import dev.stairway.compare.logical.LogicalIndex;
import dev.stairway.compare.logical.LogicalKey;
import dev.stairway.script.sql.SqlStatement;
import dev.stairway.script.sql.parse.SqlParser;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.SqlTree;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the indexes of one table, and with them its unique constraints, which SQLite keeps as nothing else. */
final class IndexReader {

    private static final String INDEXES = "SELECT l.name, l.\"unique\", l.origin, s.sql FROM pragma_index_list(?) l"
            + " LEFT JOIN sqlite_schema s ON s.type = 'index' AND s.name = l.name ORDER BY l.name";

    private static final String PARTS =
            "SELECT name, \"desc\", coll FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno";

    private final List<LogicalKey> uniqueKeys = new ArrayList<>();
    private final List<LogicalIndex> indexes = new ArrayList<>();

    private IndexReader() {}

    List<LogicalKey> uniqueKeys() {
        return uniqueKeys;
    }

    List<LogicalIndex> indexes() {
        return indexes;
    }

    /** @param origin {@code pk}, {@code u} for a constraint, {@code c} for CREATE INDEX @param sql null unless that made it */
    private record Listed(String name, boolean unique, String origin, String sql) {}

    private record Part(String column, boolean descending, String collation) {}

    static IndexReader read(Connection connection, String table, WrittenTable written) throws SQLException {
        IndexReader reader = new IndexReader();
        List<Listed> listed = Answers.of(
                connection,
                INDEXES,
                row -> new Listed(row.getString(1), row.getBoolean(2), row.getString(3), row.getString(4)),
                table);
        for (Listed index : listed) {
            if (!index.origin().equals("pk")) {
                reader.add(connection, index, written);
            }
        }
        return reader;
    }

    private void add(Connection connection, Listed index, WrittenTable written) throws SQLException {
        List<Part> parts = Answers.of(
                connection,
                PARTS,
                row -> new Part(row.getString(1), row.getBoolean(2), row.getString(3)),
                index.name());
        if (index.origin().equals("u")) {
            List<String> columns =
                    parts.stream().map(part -> lower(part.column())).toList();
            uniqueKeys.add(new LogicalKey(written.nameOfUnique(columns), columns));
        } else {
            Optional<SqlTree.CreateIndex> made = SqlParser.parse(new SqlStatement("", 1, 1, index.sql()), "sqlite")
                    .as(SqlTree.CreateIndex.class);
            String where = made.map(SqlTree.CreateIndex::where)
                    .map(condition -> ConditionText.of(condition.text()))
                    .orElse(null);
            indexes.add(new LogicalIndex(lower(index.name()), texts(parts, made), index.unique(), where));
        }
    }

    private static List<String> texts(List<Part> parts, Optional<SqlTree.CreateIndex> made) {
        List<IndexPart> written = made.map(SqlTree.CreateIndex::parts).orElse(List.of());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            texts.add(text(part, i < written.size() ? written.get(i) : null));
        }
        return texts;
    }

    /** @param written null where the statement is beyond the grammar */
    private static String text(Part part, IndexPart written) {
        String text;
        if (part.column() != null) {
            text = lower(part.column());
        } else {
            text = written == null || written.expression() == null
                    ? "an expression"
                    : ConditionText.of(written.expression().text());
        }
        String collation = "BINARY".equalsIgnoreCase(part.collation()) || part.collation() == null
                ? ""
                : " collate " + lower(part.collation());
        return text + collation + (part.descending() ? " desc" : "");
    }
}
