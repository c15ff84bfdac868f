package dev.stairway.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every secret that one run knows. Its text holds none of them. Safe for several threads. */
public final class Secrets {

    private final Map<String, String> owners = new LinkedHashMap<>();
    private final Set<String> wholes = new LinkedHashSet<>();
    private Mask mask = Mask.NONE;

    /**
     * Learns one.
     *
     * @param owner whose it is, for messages, for example {@code the password of <redisUrl>}
     * @param secret null and empty for none
     */
    public synchronized void add(String owner, String secret) {
        if (secret != null && !secret.isEmpty() && owners.putIfAbsent(secret, owner) == null) {
            mask = Mask.of(owners.keySet(), wholes);
        }
    }

    /**
     * Learns one that holds common words besides the key in it, as the path of an address does: hidden where it stands as a
     * whole, not where half of it does. Stays in this process.
     */
    public synchronized void addWhole(String secret) {
        if (Strength.of(secret) == Strength.STRONG && wholes.add(secret)) {
            mask = Mask.of(owners.keySet(), wholes);
        }
    }

    /** Learns what is perhaps none: not where it is so short or common that hiding it would blind what is written. */
    public void addIfStrong(String owner, String value) {
        if (value != null && Strength.of(value) == Strength.STRONG) {
            add(owner, value);
        }
    }

    /** Hides all that are known by now. */
    public synchronized Mask mask() {
        return mask;
    }

    /** For another process of the same run, through a pipe; never to be printed. */
    public synchronized List<String> values() {
        return List.copyOf(owners.keySet());
    }

    /** Those that cannot be hidden everywhere, because they are words of every output; each by its owner. */
    public synchronized List<String> weak() {
        List<String> weak = new ArrayList<>();
        owners.forEach((secret, owner) -> {
            if (Strength.of(secret) == Strength.WEAK) {
                weak.add(owner);
            }
        });
        return weak;
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
