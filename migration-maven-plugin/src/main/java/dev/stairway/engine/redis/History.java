package dev.stairway.engine.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The migrations that ran, in one hash of the database itself: version to JSON, readable with HGETALL. */
final class History {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Topology topology;
    private final Clock clock;

    History(Topology topology, Clock clock) {
        this.topology = topology;
        this.clock = clock;
    }

    /** Every entry by version. */
    Map<String, Entry> read() {
        List<?> flat = (List<?>) wire().call("HGETALL", Reserved.HISTORY);
        Map<String, Entry> entries = new TreeMap<>();
        for (int i = 0; i < flat.size(); i += 2) {
            entries.put(text(flat.get(i)), entry(text(flat.get(i)), text(flat.get(i + 1))));
        }
        return entries;
    }

    Optional<Entry> of(Unit unit) {
        Object json = wire().call("HGET", Reserved.HISTORY, unit.key());
        return Optional.ofNullable(json).map(found -> entry(unit.key(), text(found)));
    }

    /** A new entry, behind all others. */
    Entry begin(Unit unit) {
        long order = (Long) wire().call("INCR", Reserved.COUNTER);
        return new Entry(
                unit.key(),
                unit.migration().description(),
                unit.migration().file(),
                unit.migration().checksum(),
                order,
                Entry.State.UP_STARTED,
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                0,
                -1);
    }

    void write(Entry entry) {
        try {
            wire().call("HSET", Reserved.HISTORY, entry.version(), JSON.writeValueAsString(entry));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void remove(Unit unit) {
        wire().call("HDEL", Reserved.HISTORY, unit.key());
    }

    /** Migrations that have not run to their end, in order. */
    List<Unit> pending(List<Unit> units) {
        Map<String, Entry> entries = read();
        refuseUnknown(units, entries);
        List<Unit> pending = new ArrayList<>();
        for (Unit unit : units) {
            Entry entry = entries.get(unit.key());
            if (entry == null || entry.state() != Entry.State.APPLIED) {
                pending.add(unit);
            } else {
                refuseEdited(unit, entry);
            }
        }
        return pending;
    }

    private static void refuseEdited(Unit unit, Entry entry) {
        edited(unit, entry).ifPresent(seen -> {
            throw ProblemException.migrations(
                    "Migration " + unit.migration().id() + " was edited after it had been applied",
                    unit.migration().position(),
                    seen,
                    "Put it back as it was and write a new migration for the change.",
                    null);
        });
    }

    /** What shows that a migration is not the one that ran. */
    static Optional<String> edited(Unit unit, Entry entry) {
        String now = unit.migration().checksum();
        return now.equals(entry.checksum())
                ? Optional.empty()
                : Optional.of("checksum " + entry.checksum() + " when it ran at " + entry.startedAt() + ", now " + now);
    }

    private static void refuseUnknown(List<Unit> units, Map<String, Entry> entries) {
        List<String> known = units.stream().map(Unit::key).toList();
        for (Entry entry : entries.values()) {
            if (!known.contains(entry.version())) {
                throw ProblemException.migrations(
                        "Version " + entry.version() + " was applied, and its file is gone",
                        entry.file(),
                        "applied at " + entry.startedAt() + ": " + entry.description(),
                        "Bring the file back; a migration that ran must stay.",
                        null);
            }
        }
    }

    private Entry entry(String version, String json) {
        try {
            return JSON.readValue(json, Entry.class);
        } catch (JsonProcessingException broken) {
            throw ProblemException.setup(
                    "The history of migrations cannot be read",
                    Reserved.HISTORY + " " + version,
                    broken.getOriginalMessage(),
                    "Nothing but this engine may write this key; restore it from a backup.",
                    broken);
        }
    }

    private Wire wire() {
        return topology.of(Reserved.HISTORY.getBytes(StandardCharsets.UTF_8)).wire();
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }
}
