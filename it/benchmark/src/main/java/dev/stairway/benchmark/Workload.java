package dev.stairway.benchmark;

import java.nio.file.Path;

/**
 * A changelog on disk that both sides read from the same files.
 *
 * @param name short name, part of the trials' names
 * @param root directory in which the changelog is searched
 * @param changelog path relative to the root
 * @param scenario data that our walk fills in
 */
public record Workload(String name, Path root, String changelog, String scenario) {}
