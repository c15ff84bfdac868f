package dev.stairway.engine.redis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the user can do about an error of the server, found by how the error begins or what it contains. */
final class Advice {

    static final String REACH = "Check that the server runs and that its address is right.";

    private static final String SLOT = SlotFault.advice(List.of());

    private static final String MOVING =
            "The cluster is moving this slot from one server to another: run again, best when it has ended.";

    private static final String ACL = "The user may not run this command or touch this key: extend its ACL.";

    private static final Map<String, String> BEGINS = new LinkedHashMap<>();
    private static final Map<String, String> CONTAINS = new LinkedHashMap<>();

    static {
        BEGINS.put(
                "WRONGTYPE",
                "The key holds another type than this command needs: ask with TYPE first, or narrow the key"
                        + " pattern.");
        BEGINS.put(
                "OOM",
                "The server has reached its maxmemory: give it more, or delete each old key as soon as its new one"
                        + " is written. Nothing was lost; run again.");
        BEGINS.put("READONLY", "This server is a replica: use the address of the master.");
        BEGINS.put("NOAUTH", "The server asks for a password: set user and password of the database.");
        BEGINS.put("WRONGPASS", "User or password is wrong, or the user is switched off.");
        BEGINS.put("NOPERM", ACL);
        // What scripts say instead of NOPERM.
        BEGINS.put("The user executing the script", ACL);
        BEGINS.put(
                "The connection was lost",
                "The server ended, was restarted or closed the connection: its log says which.");
        BEGINS.put("LOADING", "The server is still reading its data from the disk: run again when it is ready.");
        BEGINS.put("MASTERDOWN", "The replica has lost its master: use the master, or repair the replication.");
        BEGINS.put("MISCONF", "The server cannot save to its disk and refuses to write: make room, then run again.");
        BEGINS.put("NOREPLICAS", "Too few replicas are connected for min-replicas-to-write: repair the replication.");
        BEGINS.put("CLUSTERDOWN", "Not every slot of the cluster has a server: repair the cluster, then run again.");
        BEGINS.put("MOVED", MOVING);
        BEGINS.put("ASK", MOVING);
        BEGINS.put("TRYAGAIN", MOVING);
        BEGINS.put("CROSSSLOT", SLOT);
        BEGINS.put("BUSY ", "Another script keeps the server busy: wait for it, or stop it with SCRIPT KILL.");
        BEGINS.put("EXECABORT", "A command between MULTI and EXEC was refused, so none of them ran.");
        CONTAINS.put("non local key", SLOT);
        CONTAINS.put("do not hash to the same slot", SLOT);
        CONTAINS.put("unknown command 'FUNCTION'", "Functions exist since Redis 7.0; this server is older.");
        CONTAINS.put(
                "Unknown Redis command", "The command does not exist on this server: it may need a newer version.");
        CONTAINS.put("unknown command", "The command does not exist on this server: it may need a newer version.");
        CONTAINS.put("wrong number of arguments", "See the command's page for what it expects.");
    }

    private Advice() {}

    static Optional<String> of(String error) {
        return BEGINS.entrySet().stream()
                .filter(entry -> error.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> CONTAINS.entrySet().stream()
                        .filter(entry -> error.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }
}
