package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One reading: brings what is known of the keys up to date and notes what changed. */
final class Reading implements KeyReader.Owner {

    private final Nodes nodes;
    private final Keyspace keys;
    private final ExpiryMemory expiries;
    private final Evidence evidence;
    private final Reserved reserved;
    /** One for each of the nodes. */
    private final List<KeyReader> readers = new ArrayList<>();

    private final List<KeyReading> missing = new ArrayList<>();
    private final Sum fieldKeys = new Sum();

    /** What was known before everything is read anew; null while only some keys are read. */
    private KeyStore known;

    /** Nothing was known, so that nothing can have changed. */
    private boolean first;

    Reading(Nodes nodes, Traits traits, Keyspace keys, ExpiryMemory expiries, Evidence evidence, Reserved reserved) {
        this.nodes = nodes;
        this.keys = keys;
        this.expiries = expiries;
        this.evidence = evidence;
        this.reserved = reserved;
        nodes.all().forEach(node -> readers.add(new KeyReader(node, traits, this::fieldMoment)));
    }

    void everything() {
        KeyStore before = keys.startOver(nodes.keys());
        known = before;
        first = before.size() == 0;
        readers.forEach(reader -> reader.read(ScanSource.all(), this));
        long now = now();
        before.forEach((id, state, pattern) -> {
            if (!keys.store().contains(id)) {
                gone(id, null, pattern, state, now);
            }
        });
    }

    /** @param streams true when groups of any known stream may have changed as well */
    void these(Map<Digest, byte[]> written, boolean streams) {
        if (streams) {
            streams(written);
        }
        List<Collection<byte[]>> byNode = nodes.split(written.values());
        for (int node = 0; node < readers.size(); node++) {
            readers.get(node).read(new ListSource(byNode.get(node)), this);
        }
        if (!missing.isEmpty()) {
            long now = now();
            missing.forEach(
                    each -> gone(each.id, each.key, each.pattern, keys.store().get(each.id), now));
        }
    }

    private void streams(Map<Digest, byte[]> written) {
        keys.streams().forEach((id, key) -> {
            if (!written.containsKey(id)) {
                KeyReading reading = new KeyReading(key, id, keys.store().pattern(id), "stream", false);
                reading.value = new StreamReading(keys.store().get(id).value());
                readers.get(nodes.of(key)).add(reading);
            }
        });
    }

    @Override
    public KeyReading open(byte[] key) {
        if (reserved.owns(key)) {
            return null;
        }
        int pattern = keys.pattern(key);
        PatternTable table = keys.table(pattern);
        return new KeyReading(key, Hashing.of(key), pattern, table.lastType, table.smallKeys());
    }

    @Override
    public void done(KeyReading reading) {
        KeyState before = (known == null ? keys.store() : known).get(reading.id);
        KeyState read = reading.result();
        if (read == null) {
            if (before != null && known == null) {
                missing.add(reading);
            }
            return;
        }
        PatternTable table = keys.table(reading.pattern);
        table.lastType = read.type();
        if (reading.value != null) {
            table.mostElements = Math.max(table.mostElements, reading.value.elements());
        }
        long present = before == null ? KeyState.NEVER : before.expiryMillis();
        KeyState state = read.withExpiry(expiries.canonical(reading.id, read.expiryMillis(), present));
        if (present != state.expiryMillis()) {
            expiries.remember(reading.id, present);
        }
        keys.set(reading.id, reading.pattern, state);
        if (!first && !state.equals(before)) {
            changed(reading.id, reading.key, reading.pattern, before, state);
        }
        noteStream(reading, before, read);
        if (table.small()) {
            evidence.name(reading.id, reading.key);
        }
    }

    private void noteStream(KeyReading reading, KeyState before, KeyState read) {
        if (read.type().equals("stream")) {
            keys.stream(reading.id, reading.key);
        } else if (before != null && before.type().equals("stream")) {
            keys.stream(reading.id, null);
        }
    }

    /** A key whose time has come is still shown: that it went says nothing about the step. */
    private void gone(Digest id, byte[] key, int pattern, KeyState before, long now) {
        if (before == null) {
            return;
        }
        if (before.expiryMillis() != KeyState.NEVER && before.expiryMillis() <= now) {
            keys.set(id, pattern, before);
            return;
        }
        expiries.remember(id, before.expiryMillis());
        keys.set(id, pattern, null);
        keys.stream(id, null);
        changed(id, key, pattern, before, null);
    }

    private void changed(Digest id, byte[] key, int pattern, KeyState before, KeyState after) {
        evidence.changed(id, key, pattern, before, after);
    }

    private long now() {
        return RelativeExpiry.millis(nodes.any().call("TIME"));
    }

    private long fieldMoment(byte[] key, byte[] field, long read) {
        return expiries.canonicalAndRemember(fieldKeys.pair(Hashing.of(key), Hashing.of(field)), read);
    }
}
