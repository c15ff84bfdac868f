package dev.stairway.lint.rules.postgresql;

import java.util.List;

/** What servers do not know any more, by the version that took it away; {@link Gate#since} is that version here. */
final class RemovedSyntax {

    static final List<Gate> ALL = List.of(
            Gate.of(12, "WITH OIDS", "CREATE|ALTER ... WITH OIDS", "Leave it out, and give the table a key"),
            Gate.of(15, "Python 2", "CREATE ... LANGUAGE PLPYTHONU|PLPYTHON2U", "LANGUAGE plpython3u"),
            Gate.of(15, "pg_start_backup()", "PG_START_BACKUP (", "pg_backup_start()"),
            Gate.of(15, "pg_stop_backup()", "PG_STOP_BACKUP (", "pg_backup_stop()"),
            Gate.of(16, "force_parallel_mode", "SET ... FORCE_PARALLEL_MODE", "debug_parallel_query"),
            Gate.of(17, "the extension adminpack", "CREATE EXTENSION ... ADMINPACK", "Leave it out"),
            Gate.of(17, "the extension old_snapshot", "CREATE EXTENSION ... OLD_SNAPSHOT", "Leave it out"));

    private RemovedSyntax() {}
}
