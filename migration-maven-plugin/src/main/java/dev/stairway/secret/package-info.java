/** Credentials and how they stay out of every output. Depends on problem alone; any room may use it. */
package dev.stairway.secret;
