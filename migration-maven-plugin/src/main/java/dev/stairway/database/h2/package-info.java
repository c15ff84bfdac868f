/** H2: a library instead of a server, a file per database. The driver comes from the user or through Maven. */
package dev.stairway.database.h2;
