package dev.stairway.database.named;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the user may do, as {@code information_schema} says. Without a right to an object the server hides it, so that an empty
 * list means nothing from one who has none.
 *
 * @param user as the server knows it
 * @param global rights on everything
 * @param named rights on the named database
 * @param made rights on databases that runs make
 */
record MysqlRights(String user, Set<String> global, Set<String> named, Set<String> made) {

    private static final String EXAMPLE = "stairway_" + "0".repeat(32);

    /** To see all objects of the named database, and to keep the mark and the book. */
    private static final Set<String> NEEDED_THERE =
            Set.of("SELECT", "INSERT", "DELETE", "CREATE", "EXECUTE", "EVENT", "TRIGGER");

    /** That change nothing outside of the databases that a user may work in. */
    private static final Set<String> HARMLESS = Set.of(
            "USAGE",
            "SELECT",
            "SHOW DATABASES",
            "SHOW VIEW",
            "PROCESS",
            "BINLOG MONITOR",
            "REPLICATION CLIENT",
            "REPLICATION SLAVE",
            "REPLICA MONITOR",
            "SLAVE MONITOR",
            "LOCK TABLES",
            "CREATE TEMPORARY TABLES");

    static MysqlRights read(Connection connection, String database) throws SQLException {
        String user = Rows.text(connection, "SELECT CURRENT_USER()");
        int at = user.lastIndexOf('@');
        String grantee = "'" + user.substring(0, at) + "'@'" + user.substring(at + 1) + "'";
        Set<String> global = new TreeSet<>(Rows.texts(
                connection,
                "SELECT PRIVILEGE_TYPE FROM information_schema.USER_PRIVILEGES WHERE GRANTEE = ?",
                grantee));
        return new MysqlRights(
                user, global, on(connection, grantee, database, global), on(connection, grantee, EXAMPLE, global));
    }

    /** Names of databases in grants are patterns. */
    private static Set<String> on(Connection connection, String grantee, String database, Set<String> global)
            throws SQLException {
        Set<String> rights = new TreeSet<>(global);
        rights.addAll(Rows.texts(
                connection,
                "SELECT PRIVILEGE_TYPE FROM information_schema.SCHEMA_PRIVILEGES WHERE GRANTEE = ? AND ? LIKE TABLE_SCHEMA",
                grantee,
                database));
        return rights;
    }

    /** True where what it does is not confined to single databases. */
    boolean reachFar() {
        return !HARMLESS.containsAll(global);
    }

    boolean seeSessions() {
        return global.contains("PROCESS");
    }

    /** Of MariaDB. https://mariadb.com/kb/en/grant/#global-privileges */
    boolean seeReplication() {
        return global.containsAll(Set.of("SLAVE MONITOR", "REPLICATION MASTER ADMIN"))
                || global.containsAll(Set.of("REPLICA MONITOR", "REPLICATION MASTER ADMIN"));
    }

    /** What keeps the user from seeing or doing what is needed. */
    List<Seen.Unseen> lacking() {
        List<Seen.Unseen> lacking = new ArrayList<>();
        if (!named.containsAll(NEEDED_THERE)) {
            lacking.add(new Seen.Unseen(
                    "all objects of the named database, since others' are hidden from a user without rights",
                    "GRANT ALL PRIVILEGES ON the named database TO this user, to the user itself and not to a role"));
        }
        if (!made.containsAll(Set.of("CREATE", "DROP"))) {
            lacking.add(new Seen.Unseen(
                    "a right to make databases, and every cell needs one of its own",
                    "GRANT ALL PRIVILEGES ON `stairway\\_%`.* TO this user"));
        }
        return lacking;
    }
}
