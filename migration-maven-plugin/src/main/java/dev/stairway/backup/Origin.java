package dev.stairway.backup;

import java.time.Instant;

/**
 * Where a backup comes from.
 *
 * @param tool name of the {@link BackupTool}
 * @param product lower-case name
 * @param serverVersion as the server reports it
 * @param taken when
 * @param before id of the migration that came next
 * @param growing beginning of the names of files to which later ones may be added, in the order of their names, as to an archive
 *     of a server's log; empty where nothing may
 */
public record Origin(String tool, String product, String serverVersion, Instant taken, String before, String growing) {

    /** Of files to which nothing is added. */
    public Origin(String tool, String product, String serverVersion, Instant taken, String before) {
        this(tool, product, serverVersion, taken, before, "");
    }
}
