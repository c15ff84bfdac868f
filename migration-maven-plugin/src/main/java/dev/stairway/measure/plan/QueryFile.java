package dev.stairway.measure.plan;

/**
 * A file of queries of the application.
 *
 * @param name as messages shall name it, for example {@code src/test/migration/queries/orders.sql}
 * @param text its content
 * @param release which release of the application sends them
 */
public record QueryFile(String name, String text, Release release) {

    /** Which release of the application. */
    public enum Release {
        /** The one that needs the schema at head. */
        PRESENT,
        /** The one before, which still runs while the migrations are applied. */
        BEFORE
    }

    /** Without directories and ending. */
    String plainName() {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.endsWith(".sql") ? file.substring(0, file.length() - ".sql".length()) : file;
    }
}
