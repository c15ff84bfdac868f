package dev.stairway.report.document;

import java.util.List;
import java.util.Map;

/**
 * One migration in one cell.
 *
 * @param upMillis null when it did not run; the same for the next two
 * @param upWork null where the database tells nothing; the same for downWork
 * @param keyChanges empty where the database has no keys
 * @param newDataLost empty where none is known
 * @param upLive null where no clients worked meanwhile; the same for downLive
 */
public record Step(
        String migration,
        String verdict,
        String reason,
        Double upMillis,
        Double downMillis,
        Double upAgainMillis,
        double checkMillis,
        long rowsBefore,
        List<SchemaChange> schemaChanges,
        List<DataLoss> dataLoss,
        List<Statement> upSql,
        List<Statement> downSql,
        ServerWork upWork,
        ServerWork downWork,
        List<KeyChange> keyChanges,
        LiveSessions upLive,
        LiveSessions downLive,
        List<NewData> newDataLost) {

    public Step {
        migration = Defaults.text(migration);
        verdict = Defaults.text(verdict);
        reason = Defaults.text(reason);
        schemaChanges = Defaults.list(schemaChanges);
        dataLoss = Defaults.list(dataLoss);
        upSql = Defaults.list(upSql);
        downSql = Defaults.list(downSql);
        keyChanges = Defaults.list(keyChanges);
        newDataLost = Defaults.list(newDataLost);
    }

    /** True when something was lost, and the user had declared every loss: as intended, and no defect. */
    public boolean losesOnlyWhatWasDeclared() {
        return !dataLoss.isEmpty() && dataLoss.stream().allMatch(DataLoss::declared);
    }

    /**
     * @param before null when it did not exist
     * @param after null when it no longer exists
     */
    public record SchemaChange(String object, String change, String attribute, String before, String after) {

        public SchemaChange {
            object = Defaults.text(object);
            change = Defaults.text(change);
            attribute = Defaults.text(attribute);
        }
    }

    /**
     * @param column empty when whole rows were lost
     * @param exact false when {@code rows} is an upper bound
     */
    public record DataLoss(String table, String column, long rows, boolean exact, boolean declared) {

        public DataLoss {
            table = Defaults.text(table);
            column = Defaults.text(column);
        }
    }

    /**
     * @param column empty when the whole table is the migration's own
     * @param values values of the column, or rows of the table
     */
    public record NewData(String table, String column, long values) {

        public NewData {
            table = Defaults.text(table);
            column = Defaults.text(column);
        }
    }

    /**
     * What the database did, by its own books.
     *
     * @param rowsTouched null where unknown
     * @param commands name to number; empty where unknown
     * @param memoryBytes more than before; null where unknown
     * @param longestBlockMillis null where unknown
     */
    public record ServerWork(
            Long rowsTouched, Map<String, Long> commands, Long memoryBytes, Double longestBlockMillis) {

        public ServerWork {
            commands = Defaults.map(commands);
        }

        /** Commands of all kinds together. */
        public long calls() {
            return commands.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What happened to the keys of one pattern.
     *
     * @param before null for keys that came from nowhere
     * @param after null for keys that went
     * @param exact false when the numbers are lower bounds
     */
    public record KeyChange(
            String before,
            String after,
            long keys,
            long sameValue,
            long sameExpiry,
            List<String> typesBefore,
            List<String> typesAfter,
            boolean exact) {

        public KeyChange {
            typesBefore = Defaults.list(typesBefore);
            typesAfter = Defaults.list(typesAfter);
        }
    }

    /**
     * What clients met that worked meanwhile. The fields are explained by the published JSON Schema.
     *
     * @param notPlayed empty when it was played
     */
    public record LiveSessions(
            String notPlayed,
            int clients,
            long keys,
            long acknowledged,
            long refused,
            long kept,
            long migrated,
            long expired,
            long leftBefore,
            long superseded,
            long lost,
            long duplicated,
            long leftBehind,
            long wrongReads,
            String longestCommand,
            double longestCommandMillis,
            double idleLongestCommandMillis) {

        public LiveSessions {
            notPlayed = Defaults.text(notPlayed);
            longestCommand = Defaults.text(longestCommand);
        }
    }

    /** One statement and the milliseconds until the server answered. */
    public record Statement(String sql, double millis) {

        public Statement {
            sql = Defaults.text(sql);
        }
    }
}
