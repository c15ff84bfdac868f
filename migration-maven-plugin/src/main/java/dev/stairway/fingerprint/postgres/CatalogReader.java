package dev.stairway.fingerprint.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads schema objects from the catalogs; holds the SQL of one major version. */
final class CatalogReader {

    private static final List<String> PIECES =
            List.of("relation/owner", "relation/column", "relation/constraint", "relation/index", "relation/sequence");

    /** Read only for relations of which the usual pieces say that there is something. */
    private static final List<String> RARE_PIECES =
            List.of("rare/owner", "rare/index", "rare/trigger", "rare/rule", "rare/policy");

    private final SqlText text;
    private final String bookkeeping;
    private final PinnedBatch touched;
    private final PinnedBatch traces;
    private final PinnedBatch listed;
    private final PinnedBatch all;
    private final PinnedBatch changed;
    private final PinnedBatch rare;
    private final PinnedBatch someTypes;
    private final Map<Category, PinnedBatch> categories = new HashMap<>();
    private final KnownRelations known = new KnownRelations();

    private CatalogReader(SqlText text, int major, Set<String> bookkeepingTables) {
        this.text = text;
        bookkeeping = bookkeeping(bookkeepingTables);
        String sources = text.load("source-locks.sql");
        touched = PinnedBatch.repeated(relations(sources, Catalogs.sql(major) + "\nUNION ALL\n", PIECES));
        traces = PinnedBatch.repeated("WITH " + sources + Catalogs.sql(major));
        listed = PinnedBatch.repeated(relations(text.load("source-list.sql"), "", PIECES), "pg_catalog.oid[]");
        all = PinnedBatch.once(relations(text.load("source-all.sql"), "", PIECES));
        rare = PinnedBatch.repeated(relations(text.load("source-list.sql"), "", RARE_PIECES), "pg_catalog.oid[]");
        changed = PinnedBatch.repeated(text.load("changed.sql"), "pg_catalog.xid");
        for (Category category : Category.ALL) {
            categories.put(
                    category,
                    PinnedBatch.repeated(text.load(category.resource()).replace("{types}", "pg_catalog.pg_type")));
        }
        someTypes = PinnedBatch.repeated(
                text.load(Category.TYPE.resource())
                        .replace(
                                "{types}",
                                "(SELECT n.* FROM pg_catalog.pg_type n WHERE n.oid > $1 UNION ALL"
                                        + " SELECT k.* FROM pg_catalog.pg_type k WHERE k.oid = ANY ($2)"
                                        + " AND k.oid <= $1)"),
                "pg_catalog.oid",
                "pg_catalog.oid[]");
    }

    /** A reader for the database of the connection, as long as that keeps its owner. */
    static CatalogReader of(Connection connection, Set<String> bookkeepingTables) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT d.oid, d.datdba,"
                        + " pg_catalog.has_table_privilege(SESSION_USER, 'pg_catalog.pg_largeobject', 'SELECT'),"
                        + " pg_catalog.has_column_privilege(SESSION_USER, 'pg_catalog.pg_authid', 'rolpassword', 'SELECT')"
                        + " FROM pg_catalog.pg_database d"
                        + " WHERE d.datname = pg_catalog.current_database()")) {
            row.next();
            int major = connection.getMetaData().getDatabaseMajorVersion();
            SqlText text = new SqlText(major, row.getLong(1), row.getLong(2), row.getBoolean(3), row.getBoolean(4));
            return new CatalogReader(text, major, bookkeepingTables);
        }
    }

    /** The relations that the present transaction locked, and its other traces. */
    Map<Long, Relation> touched(Connection connection, Traces into) throws SQLException {
        RelationRows rows = new RelationRows();
        touched.run(connection, (statement, row) -> take(row, rows, into));
        return build(connection, rows);
    }

    /** The traces of the present transaction only. */
    void traces(Connection connection, Traces into) throws SQLException {
        traces.run(connection, (statement, row) -> into.add(row.getString(2), row.getString(4)));
    }

    /** These relations, as far as they exist. */
    Map<Long, Relation> listed(Connection connection, Collection<Long> relations) throws SQLException {
        RelationRows rows = new RelationRows();
        listed.run(connection, (statement, row) -> rows.add(row), array(relations));
        return build(connection, rows);
    }

    Map<Long, Relation> all(Connection connection) throws SQLException {
        RelationRows rows = new RelationRows();
        all.run(connection, (statement, row) -> rows.add(row));
        return build(connection, rows);
    }

    /** Relations whose catalog rows the transaction wrote without holding a lock on them, and others; a whole scan. */
    Set<Long> changed(Connection connection, String transaction) throws SQLException {
        Set<Long> relations = new HashSet<>();
        changed.run(connection, (statement, row) -> relations.add(row.getLong(1)), transaction);
        return relations;
    }

    Map<Long, Facts> category(Connection connection, Category category) throws SQLException {
        Map<Long, Facts> objects = new HashMap<>();
        categories.get(category).run(connection, (statement, row) -> put(objects, facts(row)));
        return objects;
    }

    /** Types with these OIDs and all newer ones, without a look at the row types of untouched tables. */
    Map<Long, Facts> types(Connection connection, Collection<Long> known, long newerThan) throws SQLException {
        Map<Long, Facts> objects = new HashMap<>();
        someTypes.run(connection, (statement, row) -> put(objects, facts(row)), Long.toString(newerThan), array(known));
        return objects;
    }

    private static void take(ResultSet row, RelationRows rows, Traces traces) throws SQLException {
        String kind = row.getString(2);
        if (kind.startsWith("#")) {
            traces.add(kind, row.getString(4));
        } else {
            rows.add(row);
        }
    }

    private static void put(Map<Long, Facts> objects, Facts facts) {
        objects.put(facts.oid(), facts);
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return Facts.parse(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
    }

    private Map<Long, Relation> build(Connection connection, RelationRows rows) throws SQLException {
        Map<Long, RelationBuilder> unusual = new HashMap<>();
        Map<Long, Relation> relations = rows.build(known, unusual);
        if (!unusual.isEmpty()) {
            rare.run(
                    connection,
                    (statement, row) -> unusual.get(row.getLong(1)).add(facts(row)),
                    array(unusual.keySet()));
            unusual.forEach((oid, builder) -> relations.put(oid, builder.build()));
        }
        return relations;
    }

    private String relations(String source, String traces, List<String> names) {
        List<String> pieces = new ArrayList<>();
        names.forEach(piece -> pieces.add(text.load(piece + ".sql")));
        return text.load("relations.sql")
                .replace("{source}", source)
                .replace("{bookkeeping}", bookkeeping)
                .replace("{pieces}", traces + String.join("\nUNION ALL\n", pieces));
    }

    /** Names as given and in lower case, which is what the server makes of an unquoted name. */
    private static String bookkeeping(Set<String> tables) {
        return tables.stream()
                .flatMap(name -> java.util.stream.Stream.of(name, name.toLowerCase(java.util.Locale.ROOT)))
                .distinct()
                .map(name -> "'" + name.replace("'", "''") + "'")
                .collect(Collectors.joining(",", "ARRAY[", "]::text[]"));
    }

    private static String array(Collection<Long> oids) {
        return oids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
