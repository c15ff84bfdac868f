/**
 * What must be true of a server that the user named before anything is written to it: the six locks, as far as they can be
 * told without asking the server. Only text is looked at, and names of hosts are resolved.
 */
package dev.stairway.database.external;
