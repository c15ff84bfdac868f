package dev.stairway.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every row of every system catalog as a line of text. It knows none of them: which columns point where is what the server
 * says itself, and a number that points at an object gives way to the object's name.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html">pg_get_catalog_foreign_keys</a>
 */
final class CaseCatalogProbe implements CaseOracle {

    /** Where and how rows lie, ages of transactions, hints that are corrected some time later, row types of their own. */
    private static final Set<String> PHYSICAL = Set.of(("relfilenode relpages reltuples relallvisible relallfrozen"
                    + " relfrozenxid relminmxid relnatts relhasindex relhasrules relhastriggers relhassubclass relrewrite"
                    + " attcacheoff atthasmissing attmissingval indcheckxmin datfrozenxid datminmxid")
            .split(" "));

    private static final Set<String> LEFT_OUT =
            Set.of("pg_statistic", "pg_statistic_ext_data", "pg_subscription_rel", "pg_shdepend");

    private static final Pattern NUMBER = Pattern.compile("\\b(\\d{5,})\\b");
    private static final Pattern PLACE = Pattern.compile(" :(location|stmt_location|stmt_len) -?\\d+");
    private static final Pattern NUMBERED_NAME = Pattern.compile("(pg_toast_|_[ac]_)\\d+");

    /** A column that points at another catalog, alone or after the column with the relation. */
    private record Pointer(String catalog, String relation, boolean array) {}

    private final Map<String, Boolean> identified = new HashMap<>();
    private Map<String, String> names;
    private long begin;

    @Override
    public String name() {
        return "catalog probe";
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_current_xact_id()::text")) {
            row.next();
            begin = row.getLong(1);
        }
    }

    @Override
    public State look(Connection connection, List<SqlCase> cases) throws SQLException {
        List<String> lines = new ArrayList<>();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            Map<String, Map<String, String>> catalogs = catalogs(statement);
            names = names(statement, catalogs);
            Map<String, Pointer> pointers = pointers(statement);
            for (Map.Entry<String, Map<String, String>> catalog : catalogs.entrySet()) {
                lines.addAll(lines(statement, catalog.getKey(), catalog.getValue(), pointers));
            }
            return new CaseLines(lines);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Columns and their types by catalog. */
    private static Map<String, Map<String, String>> catalogs(Statement statement) throws SQLException {
        Map<String, Map<String, String>> catalogs = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery("SELECT c.relname, a.attname, format_type(a.atttypid, NULL)"
                + " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                + " WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND a.attnum > 0"
                + " ORDER BY c.relname, a.attnum")) {
            while (row.next()) {
                if (!LEFT_OUT.contains(row.getString(1)) && !PHYSICAL.contains(row.getString(2))) {
                    catalogs.computeIfAbsent(row.getString(1), any -> new LinkedHashMap<>())
                            .put(row.getString(2), row.getString(3));
                }
            }
        }
        return catalogs;
    }

    /** Identity of every object that is not the server's own, by catalog and number; of columns also by relation. */
    private Map<String, String> names(Statement statement, Map<String, Map<String, String>> catalogs)
            throws SQLException {
        Map<String, String> names = new HashMap<>();
        for (String catalog : catalogs.keySet()) {
            if (catalogs.get(catalog).containsKey("oid")) {
                String identity = identified(statement, catalog)
                        ? "(pg_identify_object('" + catalog + "'::regclass, oid, 0)).identity"
                        : "'?'";
                put(
                        names,
                        statement,
                        "SELECT '" + catalog + "', oid, " + identity + " FROM " + catalog + " WHERE oid >= 16384");
            }
        }
        put(
                names,
                statement,
                "SELECT 'pg_class', reltoastrelid, 'toast of ' || oid::regclass FROM pg_class"
                        + " WHERE oid >= 16384 AND reltoastrelid <> 0");
        put(
                names,
                statement,
                "SELECT 'pg_attribute', attrelid || ' ' || attnum, attname FROM pg_attribute"
                        + " WHERE attrelid >= 16384");
        return names;
    }

    /** Some objects are never pointed at, and the server has no name for them. */
    private boolean identified(Statement statement, String catalog) throws SQLException {
        Boolean known = identified.get(catalog);
        if (known == null) {
            known = tried(statement, catalog);
            identified.put(catalog, known);
        }
        return known;
    }

    private static boolean tried(Statement statement, String catalog) throws SQLException {
        Savepoint before = statement.getConnection().setSavepoint();
        try {
            statement.execute("SELECT pg_identify_object('" + catalog + "'::regclass, 4294967295, 0)");
            return true;
        } catch (SQLException unsupported) {
            if (!unsupported.getMessage().contains(" object class")) {
                throw unsupported;
            }
            statement.getConnection().rollback(before);
            return false;
        }
    }

    private static void put(Map<String, String> names, Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                String name = String.valueOf(row.getString(3));
                names.put(row.getString(1) + ' ' + row.getString(2), name);
                names.put(row.getString(2), name);
            }
        }
    }

    private static Map<String, Pointer> pointers(Statement statement) throws SQLException {
        Map<String, Pointer> pointers = new HashMap<>();
        try (ResultSet row = statement.executeQuery("SELECT fktable::text, fkcols[array_upper(fkcols, 1)],"
                + " pktable::text, CASE WHEN array_upper(fkcols, 1) > 1 THEN fkcols[1] END, is_array"
                + " FROM pg_get_catalog_foreign_keys()")) {
            while (row.next()) {
                pointers.put(
                        row.getString(1) + "." + row.getString(2),
                        new Pointer(row.getString(3), row.getString(4), row.getBoolean(5)));
            }
        }
        return pointers;
    }

    private List<String> lines(
            Statement statement, String catalog, Map<String, String> columns, Map<String, Pointer> pointers)
            throws SQLException {
        String list = columns.entrySet().stream()
                .map(column -> expression(catalog, column.getKey(), column.getValue()))
                .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        String younger = younger(catalog);
        if (!catalog.equals("pg_database")) {
            try (ResultSet row =
                    statement.executeQuery("SELECT count(*) FROM " + catalog + " WHERE NOT (" + younger + ")")) {
                row.next();
                lines.add(catalog + " of the server itself: " + row.getInt(1));
            }
        }
        try (ResultSet row =
                statement.executeQuery("SELECT " + list + " FROM " + catalog + " t WHERE " + younger + only(catalog))) {
            while (row.next()) {
                StringBuilder line = new StringBuilder(catalog);
                for (String column : columns.keySet()) {
                    String value = value(row, catalog, column, pointers.get(catalog + "." + column));
                    line.append(' ').append(column).append('=').append(value);
                }
                lines.add(NUMBERED_NAME.matcher(line).replaceAll("$1N"));
            }
        }
        return lines;
    }

    /** The database was there before the look, and others of the cluster come and go. */
    private String younger(String catalog) {
        return catalog.equals("pg_database") ? "datname = current_database()" : "xmin::text::bigint >= " + begin;
    }

    /** Dropped columns stay for ever; what depends on what follows from the objects, but not who owns a sequence. */
    private static String only(String catalog) {
        return switch (catalog) {
            case "pg_attribute" -> " AND NOT attisdropped AND attrelid >= 16384 AND attnum > 0";
            case "pg_depend" ->
                " AND deptype IN ('a', 'e', 'x') AND objid >= 16384 AND classid <> 'pg_attrdef'::regclass";
            default -> "";
        };
    }

    /** An empty list is not the same as none: an owner without any privilege has the former. */
    private static String expression(String catalog, String column, String type) {
        String object = column.startsWith("ref") ? "refclassid, refobjid, refobjsubid" : "classid, objid, objsubid";
        if (catalog.equals("pg_depend") && (column.equals("objid") || column.equals("refobjid"))) {
            return "(pg_identify_object(" + object + ")).identity AS " + column;
        }
        if (column.equals("attnum")) {
            return "row_number() OVER (PARTITION BY attrelid ORDER BY attnum) AS attnum";
        }
        if (column.equals("enumsortorder")) {
            return "row_number() OVER (PARTITION BY enumtypid ORDER BY enumsortorder) AS enumsortorder";
        }
        return type.equals("aclitem[]") || column.endsWith("options") || column.endsWith("config")
                ? "CASE WHEN t." + column
                        + " IS NOT NULL THEN coalesce((SELECT string_agg(x::text, ' ' ORDER BY x::text)"
                        + " FROM unnest(t." + column + ") x), '') END AS " + column
                : "t." + column + "::text AS " + column;
    }

    private String value(ResultSet row, String catalog, String column, Pointer pointer) throws SQLException {
        String value = row.getString(column);
        if (value == null || value.isEmpty()) {
            return String.valueOf(value);
        }
        if (column.equals("oid")) {
            return names.getOrDefault(catalog + ' ' + value, value);
        }
        if (catalog.equals("pg_depend") && column.endsWith("objsubid")) {
            return "";
        }
        if (pointer != null && !column.equals("attnum")) {
            String before = pointer.catalog() + ' ' + relation(row, pointer);
            String separator = value.contains(",") || value.startsWith("{") ? "," : " ";
            return List.of(value.replaceAll("[{}]", "").split("[ ,]")).stream()
                    .map(one -> names.getOrDefault(before + one, one))
                    .collect(Collectors.joining(separator));
        }
        String text = PLACE.matcher(value).replaceAll("");
        return NUMBER.matcher(text)
                .replaceAll(number ->
                        java.util.regex.Matcher.quoteReplacement(names.getOrDefault(number.group(1), number.group(1))));
    }

    private static String relation(ResultSet row, Pointer pointer) throws SQLException {
        return pointer.relation() == null ? "" : row.getString(pointer.relation()) + ' ';
    }
}
