/**
 * Schema and data as canonical text and digests, and the readable difference of two. One dialect package per database.
 * Knows databases only: no engine, no walk.
 */
package dev.stairway.fingerprint;
