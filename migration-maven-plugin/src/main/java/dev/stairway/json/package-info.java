/** Records as JSON, without secrets. Knows no record; no reading. */
package dev.stairway.json;
