/**
 * Redis migration files: names, versions, declarations in the header, commands with positions. Pure: text in, records out;
 * no file is opened and no server is known here.
 */
package dev.stairway.script.redis;
