package dev.stairway.script;

/**
 * Where a changeSet starts in its file.
 *
 * @param id as written; empty where it is missing
 * @param author as written; empty where it is missing
 * @param line 1-based
 */
public record ChangeSetPosition(String id, String author, int line) {}
