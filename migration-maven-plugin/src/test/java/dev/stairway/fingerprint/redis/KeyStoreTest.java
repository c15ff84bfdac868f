package dev.stairway.fingerprint.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Hashing;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyStoreTest {

    private static final int KEYS = 4000;

    @Test
    void it_behaves_like_a_map_under_any_mix_of_puts_and_removes() {
        KeyStore store = new KeyStore();
        Map<Digest, KeyState> map = new HashMap<>();
        Random random = new Random(5);
        for (int i = 0; i < 60_000; i++) {
            Digest key = key(random.nextInt(KEYS));
            if (random.nextInt(5) < 2) {
                store.remove(key);
                map.remove(key);
            } else {
                KeyState state = state(random);
                store.put(key, state, random.nextInt(1000));
                map.put(key, state);
            }
        }
        assertThat(store.size()).isEqualTo(map.size());
        for (int i = 0; i < KEYS; i++) {
            assertThat(store.get(key(i))).isEqualTo(map.get(key(i)));
        }
        Map<Digest, KeyState> visited = new HashMap<>();
        store.forEach((key, state, pattern) -> visited.put(key, state));
        assertThat(visited).isEqualTo(map);
    }

    @Test
    void keys_that_meet_at_the_same_place_are_told_apart() {
        KeyStore store = new KeyStore();
        for (int i = 0; i < 500; i++) {
            store.put(new Digest(i, 7), new KeyState("set", new Digest(i, i), i, null, i), i);
        }
        for (int i = 0; i < 500; i += 2) {
            store.remove(new Digest(i, 7));
        }
        for (int i = 0; i < 500; i++) {
            if (i % 2 == 0) {
                assertThat(store.get(new Digest(i, 7))).isNull();
            } else {
                assertThat(store.expiry(new Digest(i, 7))).isEqualTo(i);
                assertThat(store.pattern(new Digest(i, 7))).isEqualTo(i);
            }
        }
    }

    private static KeyState state(Random random) {
        Digest[] more = random.nextInt(10) == 0 ? new Digest[Columns.MORE.size()] : null;
        if (more != null) {
            more[Columns.LAST_ID] = key(random.nextInt());
        }
        String type = random.nextBoolean() ? "string" : "stream";
        return new KeyState(type, key(random.nextInt()), random.nextLong(), more, random.nextLong());
    }

    private static Digest key(int number) {
        return Hashing.of("key " + number);
    }
}
