package dev.stairway.script;

/**
 * Where one changelog file refers to another.
 *
 * @param path as it is written: a file, or the directory of an {@code includeAll}
 * @param relative true when it is relative to the file that it stands in
 * @param line 1-based
 */
public record IncludePosition(String path, boolean relative, int line) {}
