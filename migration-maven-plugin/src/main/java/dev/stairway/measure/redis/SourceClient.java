package dev.stairway.measure.redis;

import dev.stairway.measure.Format;
import java.util.ArrayList;
import java.util.List;

/** A client of the format that the migration takes away: writes keys until they are gone from under their former name. */
final class SourceClient extends ReleaseClient {

    private final List<LiveKey> early = new ArrayList<>();
    private final List<LiveKey> late = new ArrayList<>();
    private int turn;

    SourceClient(Format format, int number, Line line, Group group, Pulse pulse) {
        super(format, number, line, group, pulse);
        early.addAll(group.moving());
    }

    @Override
    void round(boolean first) {
        if (first) {
            LiveKey key = create();
            late.add(key);
            group().moves(key);
        }
        early.removeIf(key -> !update(key));
        late.removeIf(key -> !update(key));
        early.removeIf(this::endsUnderWay);
        late.removeIf(this::endsUnderWay);
        List<LiveKey> there = new ArrayList<>(early);
        there.addAll(late);
        if (!there.isEmpty()) {
            LiveKey key = there.get(turn++ % there.size());
            read(key);
            prolong(key);
        }
        if (late.size() > MOST) {
            end(late.remove(0));
        }
    }

    /** Every second key that others leave alone: the rest shows what becomes of a write in the same place. */
    private boolean endsUnderWay(LiveKey key) {
        boolean ends = key.mortal() && key.underWay();
        if (ends) {
            end(key);
        }
        return ends;
    }
}
