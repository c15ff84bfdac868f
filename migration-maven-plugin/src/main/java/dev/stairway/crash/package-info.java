/**
 * The crash drill: the server, or the process that applies a migration, is killed at every statement, and the same changelog is
 * run again over what that left. And two processes that apply one changelog at once. Knows engines and databases, no product.
 */
package dev.stairway.crash;
