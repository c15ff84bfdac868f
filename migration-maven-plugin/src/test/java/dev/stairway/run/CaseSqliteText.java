package dev.stairway.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything in a SQLite file as text: the statements that made it, every value with its type, and the header's figures.
 *
 * @see <a href="https://www.sqlite.org/cli.html">.dump</a>
 */
final class CaseSqliteText implements CaseOracle {

    private static final List<String> FIGURES = List.of(
            "user_version",
            "application_id",
            "page_size",
            "journal_mode",
            "encoding",
            "auto_vacuum",
            "default_cache_size");

    private final boolean schemaOnly;

    /** @param schemaOnly true for the statements alone, as {@code .schema} gives them */
    CaseSqliteText(boolean schemaOnly) {
        this.schemaOnly = schemaOnly;
    }

    @Override
    public String name() {
        return schemaOnly ? "text of the schema" : "text of all";
    }

    @Override
    public State look(Connection connection, List<SqlCase> cases) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            read(statement, "SELECT type, name, tbl_name, sql FROM sqlite_schema", lines);
            if (!schemaOnly) {
                for (String figure : FIGURES) {
                    read(statement, "PRAGMA " + figure, lines);
                }
                for (String table : tables(statement)) {
                    read(statement, "SELECT " + values(statement, table) + " FROM " + table, lines);
                }
            }
        }
        return new CaseLines(lines);
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        read(
                statement,
                "SELECT '\"' || replace(name, '\"', '\"\"') || '\"' FROM sqlite_schema WHERE type = 'table'",
                names);
        return names.stream()
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .toList();
    }

    /** Quoted text ends at a zero, that in hexadecimal digits does not. */
    private static String values(Statement statement, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        read(
                statement,
                "SELECT '''' || replace(name, '''', '''''') || '=''||typeof(\"' || name || '\")||'' ''||quote(\"' || name || '\")"
                        + "||'' ''||hex(\"' || name || '\")'"
                        + " FROM pragma_table_xinfo(" + table + ")",
                names);
        List<String> values = names.stream()
                .map(line -> line.substring(line.indexOf(": ") + 2))
                .toList();
        return "'" + table.replace("'", "''") + "'" + (values.isEmpty() ? "" : ", " + String.join(", ", values));
    }

    private static void read(Statement statement, String sql, List<String> lines) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            String from = sql.substring(0, Math.min(30, sql.length()));
            while (row.next()) {
                StringBuilder line = new StringBuilder(columns == 1 ? from + ": " : "");
                for (int i = 1; i <= columns; i++) {
                    line.append(i > 1 ? " | " : "").append(row.getString(i));
                }
                lines.add(line.toString());
            }
        }
    }
}
