package dev.stairway.database.named;

import dev.stairway.database.external.Lock;
import dev.stairway.database.process.Secrets;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The mark by which the user says, in the database itself, that it is for tests. It names the server and the address that it
 * was made for, so that a copy of it marks nothing.
 *
 * @param token what the POM says, too
 * @param owner who set it
 * @param place host, port and name of the database
 * @param server what tells the server from others
 * @param nonce random; two marks are never the same
 * @param marked when, in seconds of the epoch
 * @param expires when, in seconds of the epoch
 */
record JdbcMark(String token, String owner, String place, String server, String nonce, long marked, long expires) {

    static final String TABLE = "stairway_mark";

    private static final String COLUMNS =
            "mark_token, mark_owner, mark_place, mark_server, mark_nonce, marked_at, expires_at";

    /** Types that every product has. */
    private static final String MAKE =
            "CREATE TABLE %s (mark_token VARCHAR(100) NOT NULL, mark_owner VARCHAR(200) NOT NULL,"
                    + " mark_place VARCHAR(500) NOT NULL, mark_server VARCHAR(500) NOT NULL, mark_nonce VARCHAR(64) NOT NULL,"
                    + " marked_at NUMERIC(18) NOT NULL, expires_at NUMERIC(18) NOT NULL)";

    static JdbcMark of(String token, String place, Seen seen, int days, Instant now) {
        return new JdbcMark(
                token,
                seen.user(),
                place,
                seen.server(),
                Secrets.random(),
                now.getEpochSecond(),
                now.plus(Duration.ofDays(days)).getEpochSecond());
    }

    /**
     * Reads it.
     *
     * @return null where there is none
     */
    static JdbcMark read(Connection connection, Manners manners, String place) throws SQLException {
        String type = manners.kindOfMark(connection);
        if (type.isEmpty()) {
            return null;
        }
        if (!type.equalsIgnoreCase("TABLE") && !type.equalsIgnoreCase("BASE TABLE")) {
            throw unknown(place, TABLE + " is no plain table but a " + type);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + COLUMNS + " FROM " + manners.table(TABLE))) {
            if (!row.next()) {
                throw unknown(place, TABLE + " is empty");
            }
            JdbcMark mark = new JdbcMark(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6),
                    row.getLong(7));
            if (row.next()) {
                throw unknown(place, TABLE + " holds several rows");
            }
            return mark;
        } catch (SQLException other) {
            throw unknown(place, TABLE + " has other columns");
        }
    }

    static void make(Connection connection, Manners manners, JdbcMark mark) throws SQLException {
        String table = manners.table(TABLE);
        if (read(connection, manners, mark.place()) == null) {
            Rows.run(connection, MAKE.formatted(table));
            JdbcBook.make(connection, manners);
        }
        Rows.run(connection, "DELETE FROM " + table);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + table + " (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, mark.token());
            insert.setString(2, mark.owner());
            insert.setString(3, mark.place());
            insert.setString(4, mark.server());
            insert.setString(5, mark.nonce());
            insert.setLong(6, mark.marked());
            insert.setLong(7, mark.expires());
            insert.executeUpdate();
        }
    }

    /** Refuses a copy: the mark of another database. */
    void requireOriginal(String place, Seen seen) {
        if (!server.equals(seen.server())) {
            throw refuses(
                    "The mark was made for another server, of which this one is a copy",
                    place,
                    "it names " + server + "; this is " + seen.server());
        }
        if (!this.place.equals(place)) {
            throw refuses("The mark was made under another address", place, "it names " + this.place);
        }
    }

    /** Opens the lock. */
    void require(String wanted, String place, Seen seen, Instant now) {
        requireOriginal(place, seen);
        if (!token.equals(wanted)) {
            throw refuses(
                    "The mark in the database is not the one that the POM names", place, "<disposable> is " + wanted);
        }
        if (!owner.equals(seen.user())) {
            throw refuses("The mark was set by another user", place, owner + ", not " + seen.user());
        }
        if (expires <= now.getEpochSecond() || marked > now.getEpochSecond() + 60) {
            LocalDate end = LocalDate.ofInstant(Instant.ofEpochSecond(expires), ZoneOffset.UTC);
            throw refuses(
                    expires <= now.getEpochSecond() ? "The mark has expired" : "The mark is of the future",
                    place,
                    "it expires on " + end);
        }
    }

    private static ProblemException unknown(String place, String seen) {
        return Lock.MARK.refuses(
                "The mark in the named database is none of ours",
                place,
                seen,
                "Look who made it; for tests, create a new database and mark it by the goal migration:mark-disposable");
    }

    private static ProblemException refuses(String what, String place, String seen) {
        return Lock.MARK.refuses(
                what,
                place,
                seen,
                "Look whether this is the database that you mean; if so, and it is empty, mark it by the goal"
                        + " migration:mark-disposable");
    }
}
