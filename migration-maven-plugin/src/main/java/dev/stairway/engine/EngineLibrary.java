package dev.stairway.engine;

/**
 * The library of an engine that runs a changelog.
 *
 * @param origin where it comes from, to be read behind name and version: {@code from the project}; empty where there is
 *     nothing to choose
 */
public record EngineLibrary(String version, String origin) {

    /** {@code 4.27.0 from the project}, or the version alone. */
    @Override
    public String toString() {
        return origin.isEmpty() ? version : version + " " + origin;
    }
}
