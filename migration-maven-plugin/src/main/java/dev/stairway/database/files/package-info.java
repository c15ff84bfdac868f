/** Directories that outlive a run (caches) and directories that must not (work). Knows nothing of databases. */
package dev.stairway.database.files;
