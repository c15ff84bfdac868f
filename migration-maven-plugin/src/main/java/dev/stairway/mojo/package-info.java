/** Mojos and parameter holders: fields to one options record to one call. The only room that imports Maven. */
package dev.stairway.mojo;
