package dev.stairway.fingerprint;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcSession;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeMap;

/** A fresh database with a session and a fingerprinter that watches every step. */
public final class Watched implements AutoCloseable {

    private static final String SHARED = "cluster objects";

    public final Database database;
    public final JdbcSession session;
    public final Fingerprinter fingerprinter;
    private final Set<String> bookkeeping;

    /** Makes the fingerprinter under test. */
    @FunctionalInterface
    public interface Opener {
        Fingerprinter open(Database database, Set<String> bookkeeping);
    }

    private Watched(Database database, Set<String> bookkeeping, Opener opener) throws SQLException {
        this.database = database;
        this.bookkeeping = bookkeeping;
        this.session = (JdbcSession) database.newSession();
        this.fingerprinter = opener.open(database, bookkeeping);
        session.connection().setAutoCommit(false);
        fingerprinter.readAll(session);
    }

    public static Watched on(DatabaseServer server, String... bookkeeping) throws SQLException {
        return new Watched(server.fresh("fingerprint"), Set.of(bookkeeping), Fingerprinters::open);
    }

    /** With a fingerprinter that is not the usual one; whole readings for comparison are the usual ones. */
    public static Watched by(Opener opener, DatabaseServer server) throws SQLException {
        return new Watched(server.fresh("fingerprint"), Set.of(), opener);
    }

    /** Runs the statements as one step and reads what they touched; the transaction is still open. */
    public Difference step(String... statements) throws SQLException {
        session.begin();
        fingerprinter.watch(session);
        try (Statement statement = session.connection().createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return fingerprinter.read(session);
    }

    /** A step that is kept. */
    public Difference keep(String... statements) throws SQLException {
        Difference difference = step(statements);
        session.settle();
        return difference;
    }

    /** A step that is taken back. */
    public Difference discard(String... statements) throws SQLException {
        Difference difference = step(statements);
        session.discard();
        fingerprinter.undo(difference);
        return difference;
    }

    /** What a whole reading sees that the present fingerprint does not, and the other way round. */
    public Difference error() throws SQLException {
        try (Fingerprinter whole = Fingerprinters.open(database, bookkeeping)) {
            Difference present = whole.readAll(session);
            Difference known = known();
            Difference error = known.inverse().then(present);
            if (sharedChanged(known)) {
                return withoutShared(error);
            }
            if (error.isEmpty()
                    && !(whole.schemaDigest().equals(fingerprinter.schemaDigest())
                            && whole.dataDigest().equals(fingerprinter.dataDigest()))) {
                throw new AssertionError("totals differ though every part is equal");
            }
            return error;
        }
    }

    /** What the cluster shares is compared with the first reading, and the whole reading here is a first one. */
    private static boolean sharedChanged(Difference known) {
        Change<SchemaGroup> shared = known.schema().get(SHARED);
        return shared != null && !shared.after().objects().get(0).attributes().isEmpty();
    }

    private static Difference withoutShared(Difference error) {
        TreeMap<String, Change<SchemaGroup>> others = new TreeMap<>(error.schema());
        others.remove(SHARED);
        return new Difference(others, error.data());
    }

    /** Everything known, as the way from an empty database. */
    public Difference known() {
        TreeMap<String, Change<SchemaGroup>> groups = new TreeMap<>();
        fingerprinter
                .groupKeys()
                .forEach(key -> groups.put(
                        key, new Change<>(null, fingerprinter.group(key).orElseThrow())));
        TreeMap<String, Change<TableData>> tables = new TreeMap<>();
        fingerprinter.tables().forEach((name, data) -> tables.put(name, new Change<>(null, data)));
        return new Difference(groups, tables);
    }

    @Override
    public void close() {
        session.close();
        fingerprinter.close();
        database.close();
    }
}
