package dev.stairway.fingerprint.generic;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Session;
import dev.stairway.database.generic.facts.Spelling;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.LedgerFingerprinter;
import dev.stairway.fingerprint.TableData;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the whole schema and every row each time: of a product that nobody knows, nobody can say what a statement touches.
 */
public final class GenericFingerprinter extends LedgerFingerprinter {

    private final JdbcDatabase database;
    private final Set<String> bookkeeping;
    private ProductQueries queries;

    private GenericFingerprinter(JdbcDatabase database, Set<String> bookkeeping) {
        this.database = database;
        this.bookkeeping = bookkeeping;
    }

    /** A fingerprinter that has read nothing yet. */
    public static GenericFingerprinter open(JdbcDatabase database, Set<String> bookkeepingTables) {
        return new GenericFingerprinter(
                database,
                bookkeepingTables.stream()
                        .map(name -> name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Difference readAll(Session session) throws SQLException {
        return read(session);
    }

    /** Nothing is left out, so nothing has to be watched. */
    @Override
    public void watch(Session session) {}

    @Override
    public Difference read(Session session) throws SQLException {
        Connection connection = ((JdbcSession) session).raw();
        try (ReadingMode mode = ReadingMode.begin(connection, Spelling.product(connection.getMetaData()))) {
            Spelling spelling = spelling(connection);
            ReadSchema schema =
                    ReadSchema.of(connection, spelling, database.onlySchema(), bookkeeping, queries(spelling));
            Map<String, TableData> rows = new HashMap<>();
            for (DataTable table : schema.tables().values()) {
                rows.put(table.name(), table.read(connection));
            }
            return ledger().replace(groupKeys(), schema.groups(), tables().keySet(), rows);
        }
    }

    /** A trigger may have written to any other table. */
    @Override
    public Difference readData(Session session, Collection<String> tables) throws SQLException {
        return read(session);
    }

    @Override
    public void undo(Difference reading) {
        ledger().apply(reading.inverse());
    }

    @Override
    public void close() {
        queries = null;
    }

    /** A migration may have moved its session to another schema; names are told as from the first one. */
    private Spelling usual;

    private Spelling spelling(Connection connection) throws SQLException {
        if (usual == null) {
            usual = Spelling.of(connection);
        }
        return usual;
    }

    private ProductQueries queries(Spelling spelling) {
        if (queries == null) {
            queries = ProductQueries.of(spelling.product());
        }
        return queries;
    }
}
