package dev.stairway.database.postgres;

import dev.stairway.database.Profile;
import dev.stairway.database.process.LoopbackPort;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The server's configuration file. */
final class Settings {

    static final String SUPERUSER = "postgres";
    /** Extension that keeps books of what statements cost. */
    static final String BOOKS = "pg_stat_statements";

    static final String HOST = LoopbackPort.HOST;

    private static final Map<String, String> ON_LINUX = Map.of("client_connection_check_interval", "1s");

    /** Password over TCP from this machine only, no other way in. */
    static final String HBA =
            "host all all " + HOST + "/32 scram-sha-256\n" + "host replication all " + HOST + "/32 scram-sha-256\n";

    private Settings() {}

    /** @param identity random text by which a client knows that it talks to this very server */
    static String file(int major, Profile profile, int port, String identity) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", HOST);
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.putAll(everywhere(major, profile, identity));
        if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            settings.putAll(ON_LINUX);
        }
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (name, value) -> text.append(name).append(" = '").append(value).append("'\n"));
        return text.toString();
    }

    /** Those of a server in a container, which is Linux and behind a network of its own. */
    static Map<String, String> contained(int major, Profile profile, String identity) {
        Map<String, String> settings = new LinkedHashMap<>(everywhere(major, profile, identity));
        settings.put("listen_addresses", "*");
        settings.putAll(ON_LINUX);
        return settings;
    }

    private static Map<String, String> everywhere(int major, Profile profile, String identity) {
        Map<String, String> settings = new LinkedHashMap<>();
        connections(settings, identity);
        logging(settings);
        if (!profile.worksInBackground()) {
            quiet(settings);
        }
        if (profile == Profile.MEASURED) {
            measured(settings);
        }
        if (!profile.durable()) {
            withoutDurability(settings);
            if (major >= 17) {
                // Tells the fingerprint which blocks of a large table a step has written.
                settings.put("summarize_wal", "on");
            }
        }
        if (major >= 18) {
            // Lets the file system share blocks between a database and its copy, where it can.
            settings.put("file_copy_method", "clone");
        }
        return settings;
    }

    private static void connections(Map<String, String> settings, String identity) {
        settings.put("cluster_name", identity);
        settings.put("password_encryption", "scram-sha-256");
        settings.put("max_connections", "60");
        settings.put("max_locks_per_transaction", "256");
        settings.put("shared_buffers", "64MB");
        // Shared memory in files of the data directory: nothing is left elsewhere when the server is killed.
        settings.put("dynamic_shared_memory_type", "mmap");
        settings.put("max_logical_replication_workers", "0");
        settings.put("timezone", "UTC");
    }

    private static void logging(Map<String, String> settings) {
        settings.put("log_timezone", "UTC");
        settings.put("log_line_prefix", "");
        settings.put("lc_messages", "C");
        settings.put("log_checkpoints", "off");
        // Statements may hold secrets of the user's migrations.
        settings.put("log_min_error_statement", "panic");
    }

    // No durability is needed for data that is thrown away.
    // https://www.postgresql.org/docs/current/non-durability.html
    private static void withoutDurability(Map<String, String> settings) {
        settings.put("fsync", "off");
        settings.put("synchronous_commit", "off");
    }

    // Parallel workers are there or not, as it happens, and each reads the catalogs for itself. What every statement
    // has
    // cost is in books that are kept for each database:
    // https://www.postgresql.org/docs/current/pgstatstatements.html
    private static void measured(Map<String, String> settings) {
        settings.put("max_parallel_workers_per_gather", "0");
        settings.put("max_parallel_maintenance_workers", "0");
        settings.put("max_wal_size", "4GB");
        settings.put("shared_preload_libraries", BOOKS);
        settings.put(BOOKS + ".max", "20000");
        settings.put(BOOKS + ".save", "off");
    }

    // Background work, and whatever depends on when the last checkpoint was, would make figures vary.
    private static void quiet(Map<String, String> settings) {
        settings.put("full_page_writes", "off");
        settings.put("autovacuum", "off");
        settings.put("jit", "off");
        settings.put("checkpoint_timeout", "1d");
        settings.put("bgwriter_lru_maxpages", "0");
    }
}
