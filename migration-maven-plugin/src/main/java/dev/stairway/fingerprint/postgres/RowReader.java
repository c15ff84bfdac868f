package dev.stairway.fingerprint.postgres;

import dev.stairway.fingerprint.TableData;
import dev.stairway.fingerprint.TableHasher;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the rows of tables: small ones together in one round trip, a large one as a stream. */
final class RowReader {

    private static final long BATCH_BYTES = 16L << 20;

    private RowReader() {}

    /** Rows of these relations by qualified name. */
    static SortedMap<String, TableData> read(Connection connection, Collection<Relation> relations)
            throws SQLException {
        SortedMap<String, TableData> data = new TreeMap<>();
        List<Relation> batch = new ArrayList<>();
        long bytes = 0;
        for (Relation relation : relations) {
            if (relation.bytes() == 0) {
                data.put(relation.name(), hasher(relation).finish());
            } else if (relation.isLarge()) {
                data.put(relation.name(), stream(connection, relation));
            } else {
                batch.add(relation);
                bytes += relation.bytes();
            }
            if (bytes > BATCH_BYTES) {
                readTogether(connection, batch, data);
                batch.clear();
                bytes = 0;
            }
        }
        readTogether(connection, batch, data);
        return data;
    }

    private static void readTogether(Connection connection, List<Relation> batch, SortedMap<String, TableData> data)
            throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        List<TableHasher> hashers = new ArrayList<>();
        List<RecordText> parsers = new ArrayList<>();
        List<String> selects = new ArrayList<>();
        for (Relation relation : batch) {
            hashers.add(hasher(relation));
            parsers.add(new RecordText(relation.columns(), hashers.get(hashers.size() - 1)));
            selects.add(select(relation));
        }
        PinnedBatch.once(String.join(";", selects))
                .run(connection, (statement, row) -> parsers.get(statement).row(row.getBytes(1)));
        for (int i = 0; i < batch.size(); i++) {
            data.put(batch.get(i).name(), hashers.get(i).finish());
        }
    }

    private static TableData stream(Connection connection, Relation relation) throws SQLException {
        TableHasher hasher = hasher(relation);
        PinnedBatch.around(connection, () -> RowStream.read(connection, relation, hasher));
        return hasher.finish();
    }

    private static TableHasher hasher(Relation relation) {
        return relation.hasher(relation.key());
    }

    private static String select(Relation relation) {
        return "SELECT ROW(" + relation.columnList() + ")::pg_catalog.text FROM ONLY " + relation.name();
    }
}
