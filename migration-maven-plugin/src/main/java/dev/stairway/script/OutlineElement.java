package dev.stairway.script;

/**
 * A change as it is written in its file.
 *
 * @param name of its element: {@code addColumn}
 * @param line of its first character, from 1
 */
public record OutlineElement(String name, int line) {}
