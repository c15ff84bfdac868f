package dev.stairway.database;

/**
 * What a database is: product, version and how it came to be.
 *
 * @param product lower-case product name: {@code postgresql}, {@code sqlite}
 * @param version major version of a server ({@code 17}), full version of a library ({@code 3.54.1})
 * @param provider {@code embedded}, {@code container} or {@code external}
 */
public record DatabaseId(String product, String version, String provider) {

    /** Stable key for files and JSON, for example {@code postgresql-17-embedded}. */
    public String key() {
        return product + "-" + version + "-" + provider;
    }

    @Override
    public String toString() {
        return product + " " + version + " (" + provider + ")";
    }
}
