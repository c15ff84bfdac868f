/** Backups of Redis: its dump, its log of commands, and its keys one by one. */
package dev.stairway.backup.redis;
