package dev.stairway.engine.liquibase;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who holds Liquibase's lock, and whether he lives.
 *
 * <p>Liquibase writes host and address of an owner, which is not enough to tell. Behind that this plugin writes the session of
 * the server by which it holds the lock, or its process: a session that the server does not have any more, and a process
 * that this machine does not have any more, hold nothing. An owner of whom neither is known is dead where nobody but this
 * plugin has a session on the database, since Liquibase keeps its own to the end. Whatever cannot be seen counts as alive.
 */
final class LockOwner {

    /** Session of the server: its process and the moment in which it began, in microseconds. */
    private static final Pattern SESSION = Pattern.compile(".* stairway session (\\d+) (\\d+)");
    /** Process: its number, its start, and the machine or container where these mean something. */
    private static final Pattern PROCESS = Pattern.compile(".* stairway process (\\d+) (\\S+) (\\S+)");

    private static final int LONGEST = 255;

    private final boolean postgres;
    private final Connection connection;

    /** @param connection by which the lock is held: open as long as its owner lives */
    LockOwner(String product, Connection connection) {
        this.postgres = product.equals("postgresql");
        this.connection = connection;
    }

    /** How this run signs. */
    String self() throws SQLException {
        String self = host() + (postgres ? " stairway session " + session() : " stairway process " + process());
        return self.length() <= LONGEST ? self : self.substring(self.length() - LONGEST);
    }

    /** True only when it is known. */
    boolean dead(String owner) throws SQLException {
        Matcher session = SESSION.matcher(owner);
        if (session.matches()) {
            return postgres && !sessionThere(Integer.parseInt(session.group(1)), Long.parseLong(session.group(2)));
        }
        Matcher process = PROCESS.matcher(owner);
        if (process.matches()) {
            return process.group(3).equals(place())
                    && !process.group(3).isEmpty()
                    && !stamp(Long.parseLong(process.group(1))).equals(Optional.of(process.group(2)));
        }
        return postgres && alone();
    }

    private String session() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet own = statement.executeQuery("SELECT pid, (EXTRACT(EPOCH FROM backend_start) * 1000000)::bigint"
                        + " FROM pg_catalog.pg_stat_activity WHERE pid = pg_catalog.pg_backend_pid()")) {
            own.next();
            return own.getInt(1) + " " + own.getLong(2);
        }
    }

    /** One that may not see when a session began takes it for the one that is asked for. */
    private boolean sessionThere(int pid, long start) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_catalog.pg_stat_activity WHERE pid = ?"
                + " AND coalesce((EXTRACT(EPOCH FROM backend_start) * 1000000)::bigint = ?, true)")) {
            query.setInt(1, pid);
            query.setLong(2, start);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private boolean alone() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet others = statement.executeQuery("SELECT count(*) FROM pg_catalog.pg_stat_activity"
                        + " WHERE datname = pg_catalog.current_database() AND backend_type = 'client backend'"
                        + " AND pid <> pg_catalog.pg_backend_pid() AND application_name IS DISTINCT FROM 'stairway'")) {
            others.next();
            return others.getLong(1) == 0;
        }
    }

    private static String process() {
        long pid = ProcessHandle.current().pid();
        return pid + " " + stamp(pid).orElse("-") + " " + place();
    }

    private static Optional<String> stamp(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(handle -> handle.info()
                .startInstant()
                .map(start -> Long.toString(start.toEpochMilli()))
                .orElse("-"));
    }

    /** What tells this kernel and its view of the processes from others; "?" where nothing does. */
    private static String place() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException notLinux) {
            return host().replace(' ', '_');
        }
    }

    /** As Liquibase itself writes it. */
    private static String host() {
        try {
            InetAddress local = InetAddress.getLocalHost();
            return local.getHostName() + " (" + local.getHostAddress() + ")";
        } catch (UnknownHostException unnamed) {
            return "localhost (127.0.0.1)";
        }
    }
}
