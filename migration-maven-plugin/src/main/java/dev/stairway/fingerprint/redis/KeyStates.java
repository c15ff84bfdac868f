package dev.stairway.fingerprint.redis;

import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.KeySnapshot.Key;
import java.util.HashMap;
import java.util.Map;

/** What is known of a key, in words that other rooms understand. */
final class KeyStates {

    private KeyStates() {}

    /** Null for a key that is not there. */
    static Key key(String table, KeyState state) {
        return state == null ? null : new Key(table, state.type(), content(state), state.expiryMillis());
    }

    private static Map<String, Digest> content(KeyState state) {
        Digest[] more = state.more();
        if (more == null && state.members() == 0) {
            return Map.of("value", state.value());
        }
        Map<String, Digest> content = new HashMap<>(Map.of("value", state.value()));
        if (state.members() != 0) {
            content.put(Key.MEMBERS, new Digest(0, state.members()));
        }
        for (int i = 0; more != null && i < more.length; i++) {
            if (more[i] != null) {
                content.put(Columns.MORE.get(i), more[i]);
            }
        }
        return content;
    }
}
