package dev.stairway.fingerprint.sqlite;

public final class SqliteFingerprinter {
    public static dev.stairway.fingerprint.Fingerprinter open(
            dev.stairway.database.JdbcDatabase d, java.util.Set<String> b) {
        throw new UnsupportedOperationException();
    }
}
