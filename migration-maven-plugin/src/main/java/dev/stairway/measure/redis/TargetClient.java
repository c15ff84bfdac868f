package dev.stairway.measure.redis;

import dev.stairway.measure.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * A client of the format that the migration makes: writes keys of its own, those that have been moved, and some that have not
 * been moved yet, as a new sign-in does which does not look for an old session.
 */
final class TargetClient extends ReleaseClient {

    /** Keys that it looks at in a round. */
    private static final int LOOKED_AT = 6;

    private final List<LiveKey> own = new ArrayList<>();
    private int turn;

    TargetClient(Format format, int number, Line line, Group group, Pulse pulse) {
        super(format, number, line, group, pulse);
    }

    @Override
    void round(boolean first) {
        if (first) {
            own.add(create());
            take();
        }
        own.forEach(this::update);
        List<LiveKey> moving = group().moving();
        for (int i = 0; i < Math.min(LOOKED_AT, moving.size()); i++) {
            LiveKey key = moving.get(turn++ % moving.size());
            read(key);
            if (key.shared() && update(key)) {
                prolong(key);
            }
        }
        read(own.get(turn % own.size()));
        if (own.size() > MOST) {
            end(own.remove(0));
        }
    }

    /** Written once: a later write would hide that this one was lost. */
    private void take() {
        LiveKey key = group().take();
        if (key != null) {
            key.taken(line().create(key, format(), group().life(key, format())));
        }
    }
}
