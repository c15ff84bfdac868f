package dev.stairway.measure.plan.postgres;

import dev.stairway.measure.plan.IndexFact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All that makes an index: https://www.postgresql.org/docs/current/catalog-pg-index.html */
final class Indexes {

    /** A foreign key is looked up from the other side by an index that begins with its columns. */
    private static final String SQL = """
            SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || t.relname, c.relname, m.amname,
                   ARRAY (SELECT pg_get_indexdef(i.indexrelid, k, false)
                                 || CASE WHEN o.opcdefault THEN '' ELSE ' ' || o.opcname END
                                 || CASE WHEN l.oid IS NULL OR l.collname = 'default' THEN '' ELSE ' COLLATE ' || l.collname END
                                 || CASE i.indoption[k - 1] WHEN 1 THEN ' DESC NULLS LAST' WHEN 2 THEN ' NULLS FIRST'
                                         WHEN 3 THEN ' DESC' ELSE '' END
                          FROM generate_series(1, i.indnkeyatts) k
                          JOIN pg_opclass o ON o.oid = i.indclass[k - 1]
                          LEFT JOIN pg_collation l ON l.oid = i.indcollation[k - 1] ORDER BY k),
                   coalesce(pg_get_expr(i.indpred, i.indrelid), '')
                          || coalesce((SELECT ' INCLUDE ' || string_agg(pg_get_indexdef(i.indexrelid, k, false), ', ' ORDER BY k)
                                       FROM generate_series(i.indnkeyatts + 1, i.indnatts) k), ''),
                   CASE c.relkind WHEN 'I' THEN ARRAY (SELECT p.relname FROM pg_partition_tree(c.oid) t JOIN pg_class p ON p.oid = t.relid)
                                  ELSE ARRAY[c.relname] END,
                   i.indisunique,
                   i.indisprimary OR EXISTS (SELECT FROM pg_constraint b WHERE b.conindid = i.indexrelid)
                          OR EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = i.indrelid AND f.contype = 'f'
                                     AND i.indkey[0] = ANY (f.conkey))
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
                 JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_am m ON m.oid = c.relam
            WHERE t.relkind IN ('r', 'p', 'm') AND NOT t.relispartition AND n.nspname NOT LIKE 'pg\\_%'
              AND n.nspname <> 'information_schema' AND i.indisvalid
            ORDER BY 1, c.oid""";

    private Indexes() {}

    static List<IndexFact> of(Connection connection) throws SQLException {
        List<IndexFact> indexes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SQL);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                indexes.add(new IndexFact(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Arrays.asList((String[]) row.getArray(4).getArray()),
                        row.getString(5),
                        Arrays.asList((String[]) row.getArray(6).getArray()),
                        row.getBoolean(7),
                        row.getBoolean(8)));
            }
        }
        return indexes;
    }
}
