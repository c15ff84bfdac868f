package dev.stairway.fingerprint.redis;

import dev.stairway.database.Session;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Groups;
import dev.stairway.fingerprint.Hashing;
import dev.stairway.fingerprint.KeySnapshot;
import dev.stairway.fingerprint.KeyedFingerprinter;
import dev.stairway.fingerprint.LedgerFingerprinter;
import dev.stairway.fingerprint.RowChanges;
import dev.stairway.fingerprint.SchemaGroup;
import dev.stairway.fingerprint.SchemaObject;
import dev.stairway.fingerprint.TableData;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Keeps the fingerprint of one logical database. Listens to the names of all keys that are written, by whichever
 * connection, and reads those again; reads everything where that is not known completely.
 */
public final class RedisFingerprinter extends LedgerFingerprinter implements KeyedFingerprinter {

    /** Kind of the schema objects that stand for key patterns; one exists as long as there is a key that follows it. */
    public static final String PATTERN = "key pattern";

    private final RedisDatabase database;
    private final Reserved reserved;
    private final Keyspace keys;
    private final ExpiryMemory expiries;
    private final Evidence evidence;
    private final long toleranceMillis;
    private final Listeners touched;
    private final boolean serverState;
    private Nodes nodes;
    private Traits traits;
    private Unseen unseen = new Unseen(null, "");
    private boolean stale = true;
    private OptionalLong written = OptionalLong.empty();

    private RedisFingerprinter(
            RedisDatabase database,
            Set<String> reserved,
            RedisFingerprintOptions options,
            ToLongFunction<Digest> reference) {
        this.database = database;
        this.reserved = new Reserved(reserved);
        this.keys = new Keyspace(options.patterns());
        this.toleranceMillis = options.expiryTolerance().toMillis();
        this.expiries = new ExpiryMemory(toleranceMillis, reference);
        this.evidence = new Evidence(options.listedChanges(), toleranceMillis);
        this.touched = new Listeners(database);
        this.serverState = options.serverState();
    }

    /**
     * A fingerprinter that has read nothing yet.
     *
     * @param reserved beginnings of the keys that belong to the engine and are no part of the state
     */
    public static RedisFingerprinter open(RedisDatabase database, Set<String> reserved) {
        return open(database, reserved, RedisFingerprintOptions.DEFAULT);
    }

    /** Same, with options. */
    public static RedisFingerprinter open(
            RedisDatabase database, Set<String> reserved, RedisFingerprintOptions options) {
        return new RedisFingerprinter(database, reserved, options, key -> KeyState.NEVER);
    }

    /** One for another database that shall hold the same: moments of expiry within the tolerance get equal digests. */
    public RedisFingerprinter comparable(
            RedisDatabase other, Set<String> otherReserved, RedisFingerprintOptions options) {
        return new RedisFingerprinter(
                other, otherReserved, options, key -> keys.store().expiry(key));
    }

    @Override
    public Difference readAll(Session session) {
        stale = true;
        return read();
    }

    @Override
    public void watch(Session session) {
        touched.listen();
    }

    @Override
    public Difference read(Session session) {
        return read();
    }

    /** The listener tells here as well, so no table needs to be named. */
    @Override
    public Difference readData(Session session, Collection<String> tables) {
        return read();
    }

    @Override
    public OptionalLong touched() {
        return written;
    }

    /** Scripts name keys; that a key has a value or an expiry goes without saying. */
    @Override
    public boolean namedColumns() {
        return false;
    }

    @Override
    public boolean emptyTables() {
        return false;
    }

    /** The next reading reads everything, since what is known of each key is that of the discarded state. */
    @Override
    public void undo(Difference reading) {
        ledger().apply(reading.inverse());
        stale = true;
    }

    @Override
    public KeySnapshot keys(Collection<String> globs) {
        connect(false);
        return new NamedKeys(nodes, keys, reserved).take(globs, toleranceMillis);
    }

    @Override
    public KeySnapshot.Key key(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        Digest id = Hashing.of(keys.store().contains(Hashing.of(text)) ? text : bytes);
        KeyState state = keys.store().get(id);
        return state == null ? null : KeyStates.key(keys.name(keys.store().pattern(id)), state);
    }

    @Override
    public List<String> rowNames(String table, int most) {
        connect(false);
        return new NamedKeys(nodes, keys, reserved).of(table, most);
    }

    /** Known for the last few readings. */
    @Override
    public RowChanges rowChanges(List<Difference> readings) {
        return evidence.of(readings, keys::name);
    }

    @Override
    public void close() {
        touched.close();
        if (nodes != null) {
            nodes.close();
        }
        nodes = null;
        stale = true;
    }

    private Difference read() {
        Optional<Map<Digest, byte[]>> names = touched.take();
        count(names);
        Unseen now = touched.unseen();
        boolean whole = stale || names.isEmpty() || !now.sameDatabases(unseen);
        connect(names.isEmpty());
        Reading reading = new Reading(nodes, traits, keys, expiries, evidence, reserved);
        if (whole) {
            touched.forget();
            now = touched.unseen();
            stale = true;
            reading.everything();
        } else {
            reading.these(names.orElseThrow(), !now.sameStreams(unseen));
        }
        Difference difference = replace(whole);
        unseen = now;
        stale = false;
        evidence.end(difference);
        return difference;
    }

    private void count(Optional<Map<Digest, byte[]>> names) {
        written = names.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(names.get().values().stream()
                        .filter(name -> !reserved.owns(name))
                        .count());
    }

    /** @param anew true when a listener was cut off, which these connections may have been as well */
    private void connect(boolean anew) {
        if (nodes != null && (anew || !nodes.open())) {
            nodes.close();
            nodes = null;
        }
        if (nodes == null) {
            nodes = Nodes.connect(database);
            traits = Traits.of(nodes.any());
        }
    }

    private Difference replace(boolean whole) {
        Map<String, TableData> changed = keys.changed();
        Map<String, TableData> data = new HashMap<>();
        Map<String, SchemaGroup> groups = Functions.read(nodes, traits);
        if (serverState) {
            groups.putAll(ServerState.read(nodes.any()));
        }
        Set<String> oldGroups = new HashSet<>();
        changed.forEach((name, table) -> {
            oldGroups.add(PATTERN + " " + name);
            if (table != null) {
                data.put(name, table);
                SchemaGroup group = Groups.of(new SchemaObject(PATTERN, name, new TreeMap<>()), List.of());
                groups.put(group.key(), group);
            }
        });
        for (String key : ledger().groupKeys()) {
            if (whole || !key.startsWith(PATTERN + " ")) {
                oldGroups.add(key);
            }
        }
        Set<String> oldTables = new HashSet<>(changed.keySet());
        if (whole) {
            oldTables.addAll(ledger().tables().keySet());
        }
        return ledger().replace(oldGroups, groups, oldTables, data);
    }
}
