package dev.stairway.script;

/**
 * A comment of a migration, where waivers can stand.
 *
 * @param file as the engine names it
 * @param line 1-based, of its first character
 * @param text without the marks of the comment
 */
public record ScriptComment(String file, int line, String text) {}
