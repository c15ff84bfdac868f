package dev.stairway.database.postgres;

import dev.stairway.database.external.Lock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The mark by which the user says, in the database itself, that its server is for tests. It names the very database that it
 * was made for, so that a copy of it marks nothing.
 *
 * @param token what the POM says, too
 * @param owner role that set it
 * @param place host, port and name of the database
 * @param server the server's own number
 * @param database OID of the database
 * @param state {@code valid}, {@code expired} or {@code of the future}, by the server's clock
 * @param expires when it expires
 */
record DisposableMark(
        String token, String owner, String place, String server, long database, String state, String expires) {

    private static final String PLACE = "the table stairway.mark";

    private static final String KIND = """
            SELECT c.relkind::text || CASE WHEN c.relrowsecurity OR c.relhasrules THEN ' with rules' ELSE '' END,
                   pg_catalog.pg_get_userbyid(c.relowner)
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'stairway' AND c.relname = 'mark'
            """;

    private static final String READ = """
            SELECT m.token, m.owner, m.place, m.server, m.database,
                   CASE WHEN m.expires_at <= pg_catalog.now() THEN 'expired' WHEN m.marked_at > pg_catalog.now() THEN 'of the future'
                        ELSE 'valid' END,
                   pg_catalog.to_char(m.expires_at, 'YYYY-MM-DD')
              FROM stairway.mark m
            """;

    private static final String MAKE = """
            CREATE SCHEMA IF NOT EXISTS stairway;
            REVOKE ALL ON SCHEMA stairway FROM PUBLIC;
            CREATE TABLE IF NOT EXISTS stairway.mark (token pg_catalog.text NOT NULL, owner pg_catalog.text NOT NULL,
              place pg_catalog.text NOT NULL, server pg_catalog.text NOT NULL, database pg_catalog.int8 NOT NULL,
              marked_at pg_catalog.timestamptz NOT NULL, expires_at pg_catalog.timestamptz NOT NULL);
            CREATE TABLE IF NOT EXISTS stairway.made (name pg_catalog.text PRIMARY KEY, oid pg_catalog.int8,
              run pg_catalog.text NOT NULL, made_at pg_catalog.timestamptz NOT NULL DEFAULT pg_catalog.now());
            DELETE FROM stairway.mark;
            """;

    private static final String INSERT = "INSERT INTO stairway.mark SELECT ?, ?, ?, ?, ?, pg_catalog.now(),"
            + " pg_catalog.now() + pg_catalog.make_interval(days => ?)";

    /**
     * Reads it.
     *
     * @return null where there is none
     */
    static DisposableMark read(Connection connection, String where) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet kind = statement.executeQuery(KIND)) {
                if (!kind.next()) {
                    return null;
                }
                if (!kind.getString(1).equals("r")) {
                    throw unknown(where, PLACE + " is no plain table", null);
                }
            }
            try (ResultSet row = statement.executeQuery(READ)) {
                if (!row.next()) {
                    throw unknown(where, PLACE + " is empty", null);
                }
                DisposableMark mark = of(row);
                if (row.next()) {
                    throw unknown(where, PLACE + " holds several rows", null);
                }
                return mark;
            }
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith("42")) {
                throw unknown(where, String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }

    private static DisposableMark of(ResultSet row) throws SQLException {
        return new DisposableMark(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7));
    }

    private static RuntimeException unknown(String where, String seen, SQLException cause) {
        RuntimeException refusal = Lock.MARK.refuses(
                "The mark of the named database is none that this plugin has made",
                where,
                seen,
                "Drop the database, create it anew, and mark it by the goal migration:mark-disposable");
        if (cause != null) {
            refusal.addSuppressed(cause);
        }
        return refusal;
    }

    /** Makes the schema, the mark and the book of databases, in the transaction that is open. */
    static void make(Connection connection, String token, String place, NamedFacts facts, int days)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            statement.execute(MAKE);
            insert.setString(1, token);
            insert.setString(2, facts.role().name());
            insert.setString(3, place);
            insert.setString(4, facts.server());
            insert.setLong(5, facts.database());
            insert.setInt(6, days);
            insert.executeUpdate();
        }
    }

    /** Refuses a copy: the mark of another database. */
    void requireOriginal(String place, NamedFacts facts) {
        if (!server.equals(facts.server()) || database != facts.database()) {
            throw refuses(
                    "The mark was made for another database, of which this one is a copy",
                    place,
                    "it names server " + server + ", database " + database + "; this is server " + facts.server()
                            + ", database " + facts.database());
        }
    }

    /** Opens the lock. */
    void require(String wanted, String place, NamedFacts facts) {
        requireOriginal(place, facts);
        if (!this.place.equals(place)) {
            throw refuses("The mark was made under another address", place, "it names " + this.place);
        }
        if (!token.equals(wanted)) {
            throw refuses(
                    "The mark in the database is not the one that the POM names", place, "<disposable> is " + wanted);
        }
        if (!owner.equals(facts.role().name())) {
            throw refuses(
                    "The mark was set by another role",
                    place,
                    owner + ", not " + facts.role().name());
        }
        if (!state.equals("valid")) {
            throw refuses("The mark is " + state, place, "it expires on " + expires);
        }
    }

    private static RuntimeException refuses(String what, String place, String seen) {
        return Lock.MARK.refuses(
                what,
                place,
                seen,
                "Look whether this is the database that you mean; if so, and it is empty, mark it by the goal"
                        + " migration:mark-disposable");
    }
}
