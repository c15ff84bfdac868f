/** An embedded MariaDB server: a jar of binaries, a process of our own, a database for each cell. */
package dev.stairway.database.mariadb;
