package dev.stairway.measure.plan.sqlite;

import dev.stairway.measure.plan.IndexFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that makes an index: https://www.sqlite.org/pragma.html#pragma_index_xinfo */
final class Indexes {

    /** The table of an INTEGER PRIMARY KEY is itself an index of it. Of an expression there is only the text. */
    private static final String SQL = """
            SELECT lower(t.name), l.name, l."unique", l.origin,
                   (SELECT group_concat(k, char(10)) FROM (
                      SELECT coalesce(lower(x.name), substr(s.sql, instr(lower(s.sql), ' on ')))
                             || CASE WHEN x."desc" THEN ' desc' ELSE '' END
                             || CASE x.coll WHEN 'BINARY' THEN '' ELSE ' collate ' || lower(x.coll) END AS k
                      FROM pragma_index_xinfo(l.name) x WHERE x."key" ORDER BY x.seqno)),
                   CASE WHEN l.partial THEN trim(substr(s.sql, instr(lower(s.sql), ' where '))) ELSE '' END,
                   EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) f, pragma_index_info(l.name) i
                           WHERE i.seqno = 0 AND i.name = f."from" COLLATE NOCASE)
            FROM sqlite_master t, pragma_index_list(t.name) l LEFT JOIN sqlite_master s ON s.name = l.name AND s.type = 'index'
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            UNION ALL
            SELECT lower(t.name), 'the primary key of ' || lower(t.name), 1, 'pk', lower(c.name), '', 0
            FROM sqlite_master t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND c.pk = 1 AND upper(c.type) = 'INTEGER'
              AND (SELECT count(*) FROM pragma_table_info(t.name) p WHERE p.pk > 0) = 1
              AND NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) l WHERE l.origin = 'pk')
            ORDER BY 1, 2""";

    private Indexes() {}

    static List<IndexFact> of(Statement statement) throws SQLException {
        List<IndexFact> indexes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(SQL)) {
            while (row.next()) {
                boolean constraint = !row.getString(4).equals("c");
                indexes.add(new IndexFact(
                        row.getString(1),
                        row.getString(2),
                        "btree",
                        Arrays.asList(row.getString(5).split("\n")),
                        row.getString(6),
                        List.of(row.getString(2)),
                        row.getBoolean(3),
                        constraint || row.getBoolean(7)));
            }
        }
        return indexes;
    }
}
