/**
 * What the engines of SQL scripts share: reading a directory, checksums, running statements through a session. No tool's
 * own rules may enter.
 */
package dev.stairway.engine.script;
