/**
 * The MyBatis Migrations engine: its own readers, script runner, history and hooks, one script at a time. No type of the
 * library leaves.
 */
package dev.stairway.engine.mybatis;
