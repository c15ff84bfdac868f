package dev.stairway.fingerprint;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** Prints the digests of one database on several servers, as a JVM of some time zone and locale computes them. */
final class DigestProgram {

    /** What follows on a line are digests. */
    static final String LINE = "DIGESTS ";

    private static final String TYPES =
            "CREATE TABLE types (id int PRIMARY KEY, si smallint, bi bigint, n numeric, n2 numeric(12,2),"
                    + " r real, d double precision, t text, v varchar(40), c char(5), raw bytea, b boolean, dt date, ti time, tz timetz,"
                    + " ts timestamp, tsz timestamptz, iv interval, u uuid, j json, jb jsonb, ia int[], ta text[], ip inet, m mood,"
                    + " bits bit(4), mon money, rng int4range, p point, doc tsvector, x xml)";

    private static final String[] TYPE_ROWS = {
        "INSERT INTO types VALUES (1, 1, 9007199254740993, 1.50, 10.5, 0.1, 0.1, 'tab\t\"q\" \\ \u0131\u0130 \u20ac', 'x', 'ab', '\\x00ff', true, '2024-03-31',"
                + " '01:30:00.5', '01:30:00+02', '2024-03-31 02:30:00', '2024-03-31 01:30:00+01', '1 mon 2 days 03:04:05', "
                + "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{\"b\": 1, \"a\":2}', '{\"b\": 1.0, \"a\":2}', '{1,NULL,3}', '{\"a b\",NULL,\"\"}',"
                + " '10.0.0.1/24', 'ok', '1010', 1234.56, '[1,5)', '(1.5,-2)', 'fat cats', '<a>\u00e9</a>')",
        "INSERT INTO types (id, t, d, n2, c, raw, b, tsz, m) VALUES (2, '', 1e300, -0.01, '', '', false, '1883-11-18 12:03:57-05', 'sad')",
        "INSERT INTO types (id, d, r, n, dt, tsz, iv) VALUES (3, 'NaN', '-Infinity', 'NaN', '4713-01-01 BC', 'infinity', '-1 year')",
        "INSERT INTO types (id, t) VALUES (4, NULL), (5, 'I\u0307 i\u0131')",
    };

    private static final String[] SHARED = {
        "CREATE TABLE shared (id int PRIMARY KEY, bi bigint, b boolean, n numeric(12,2), d double precision, t text, c char(5), v varchar(40), dt date,"
                + " ti time, ts timestamp, tz timestamptz, raw bytea)",
        "CREATE TABLE shared (ID INTEGER PRIMARY KEY, bi BIGINT, B BOOLEAN, n DECIMAL(12,2), d DOUBLE, t TEXT, C CHAR(5), v VARCHAR(40), dt DATE,"
                + " ti TIME, ts TIMESTAMP, tz TIMESTAMPTZ, raw BLOB)",
    };

    private static final String[][] SHARED_ROWS = {
        {
            "1, 9007199254740993, %1$s, 10.50, 0.1, 'tab\t\"q\" \\ \u0131\u0130 \u20ac', 'ab', 'x', '2024-02-29', '23:59:59.000001', '2024-03-31 02:30:00.5',"
                    + " '2024-03-31 01:30:00+00', ",
            "00ff"
        },
        {"2, -1, %2$s, 7, 1e300, '', NULL, '', NULL, '00:00:00', '1883-11-18 12:00:00', '1883-11-18 12:00:00+00', ", ""
        },
        {"3, 0, NULL, -0.01, 123456789012345680, NULL, '', NULL, '0001-01-01', NULL, NULL, NULL, ", "27"},
        {
            "4, 9223372036854775807, %1$s, 99999999.99, -2.5e-7, 'I\u0307 i\u0131', 'abcde', '; --', '9999-12-31', '12:00:00', '2000-01-01 00:00:00', NULL, ",
            "00"
        },
    };

    private DigestProgram() {}

    /** @param majors releases of PostgreSQL; SQLite comes last */
    public static void main(String[] majors) throws Exception {
        for (String major : majors) {
            for (boolean backwards : new boolean[] {false, true}) {
                postgres(major, backwards);
            }
        }
        for (boolean backwards : new boolean[] {false, true}) {
            try (Watched watched = Watched.on(TestServers.sqlite())) {
                watched.keep(SHARED[1]);
                watched.keep(ordered(sharedRows("1", "0", "x'%s'"), backwards));
                print("sqlite", backwards, "", watched);
            }
        }
        System.exit(0);
    }

    private static void postgres(String major, boolean backwards) throws SQLException {
        DatabaseServer server = TestServers.postgres(Integer.parseInt(major));
        try (Watched watched = Watched.on(server)) {
            settings(watched);
            watched.keep(SHARED[0]);
            watched.keep(ordered(sharedRows("true", "false", "'\\x%s'"), backwards));
            String shared = LogicalData.of(watched.fingerprinter).digest().hex();
            watched.keep("CREATE TYPE mood AS ENUM ('sad', 'ok')", TYPES);
            watched.keep(ordered(List.of(TYPE_ROWS), backwards));
            print("postgresql " + major, backwards, shared, watched);
        }
    }

    /** As a user's role or database may have set them; what is set to be read must win. */
    private static void settings(Watched watched) throws SQLException {
        String zone = TimeZone.getDefault().getID();
        boolean turkish = Locale.getDefault().getLanguage().equals("tr");
        try (Statement statement = watched.session.connection().createStatement()) {
            statement.execute("SET TimeZone = '" + zone + "'");
            statement.execute("SET DateStyle = '" + (turkish ? "ISO, DMY" : "ISO, YMD") + "'");
            statement.execute("SET IntervalStyle = '" + (turkish ? "iso_8601" : "postgres_verbose") + "'");
            statement.execute("SET extra_float_digits = " + (turkish ? "-5" : "3"));
            statement.execute("SET bytea_output = '" + (turkish ? "escape" : "hex") + "'");
        }
    }

    private static List<String> sharedRows(String yes, String no, String bytes) {
        List<String> rows = new ArrayList<>();
        for (String[] row : SHARED_ROWS) {
            rows.add("INSERT INTO shared VALUES (" + row[0].replace("%1$s", yes).replace("%2$s", no)
                    + bytes.replace("%s", row[1]) + ")");
        }
        return rows;
    }

    private static String[] ordered(List<String> rows, boolean backwards) {
        List<String> ordered = new ArrayList<>(rows);
        if (backwards) {
            Collections.reverse(ordered);
        }
        return ordered.toArray(String[]::new);
    }

    private static void print(String server, boolean backwards, String shared, Watched watched) {
        String logical = shared.isEmpty()
                ? LogicalData.of(watched.fingerprinter).digest().hex()
                : shared;
        System.out.println(LINE + server + (backwards ? " backwards" : " forwards") + " schema="
                + watched.fingerprinter.schemaDigest().hex() + " data="
                + watched.fingerprinter.dataDigest().hex() + " logical=" + logical);
    }
}
