/**
 * One run of a goal without Maven: options, servers, cells, document, files, gate. The only room that puts the others
 * together; nothing below knows it.
 */
package dev.stairway.suite;
