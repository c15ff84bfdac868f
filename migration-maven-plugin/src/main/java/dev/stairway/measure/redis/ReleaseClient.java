package dev.stairway.measure.redis;

import dev.stairway.measure.ClientFailure;
import dev.stairway.measure.Format;

/** A client of one release: goes round after round until it is told to stop. */
abstract class ReleaseClient implements Runnable {

    /** Late keys that a client has at a time. */
    static final int MOST = 3;

    private final Format format;
    private final Line line;
    private final Group group;
    private final Pulse pulse;
    private final Pulse.Member member;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile long lastBeat = -1;

    ReleaseClient(Format format, int number, Line line, Group group, Pulse pulse) {
        this.format = format;
        this.line = line;
        this.group = group;
        this.pulse = pulse;
        this.member = pulse.join();
        this.thread = new Thread(this, "live-" + format.word() + "-client-" + number);
        thread.setDaemon(true);
    }

    final void start() {
        thread.start();
    }

    @Override
    public final void run() {
        try {
            while (!stopped && !pulse.failed()) {
                long beat = member.begin();
                line.before(beat);
                round(beat > lastBeat);
                lastBeat = beat;
                member.end(beat);
            }
        } catch (ClientFailure failure) {
            pulse.fail(failure);
        } catch (RuntimeException failure) {
            pulse.fail(new ClientFailure(String.valueOf(failure.getMessage()), failure));
        } finally {
            member.leave();
        }
    }

    /** @param first true for the first round of a beat: only then keys are created, so that their number stays bounded */
    abstract void round(boolean first);

    /** Ends the round that is under way, then nothing more. */
    final void stop() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    final Line line() {
        return line;
    }

    final Group group() {
        return group;
    }

    final Format format() {
        return format;
    }

    /** A new key under this client's name for it. */
    final LiveKey create() {
        LiveKey key = group.next(format, false);
        key.created(line.create(key, format, group.life(key, format)));
        return key;
    }

    /** True when the server confirmed it. */
    final boolean update(LiveKey key) {
        Write write = line.update(key, format);
        if (write != null) {
            key.changed(write);
        }
        return write != null;
    }

    final void prolong(LiveKey key) {
        long life = group.life(key, format);
        Write write = life > 0 ? line.expire(key, format, life) : null;
        if (write != null) {
            key.lives(write);
        }
    }

    final void end(LiveKey key) {
        key.ending();
        key.ended(line.expire(key, format, 0));
    }

    /** The old release knows one name; the new one looks under the new name, then under the old one. */
    final void read(LiveKey key) {
        Format first = format;
        if (!meets(key, first) && format == Format.NEW && !meets(key, Format.OLD) && !meets(key, Format.NEW)) {
            missed(key);
        }
    }

    private void missed(LiveKey key) {
        if (!key.mayBeGone()) {
            group.misread(
                    key,
                    key.name(Format.NEW) + " and " + key.name(Format.OLD)
                            + ": a client of the new release found neither " + pulse.place(lastBeat + 1));
        }
    }

    private boolean meets(LiveKey key, Format name) {
        Reading reading = line.read(key, name);
        boolean other = reading.kind() == Reading.Kind.OTHER_TYPE;
        if (other || reading.present() && key.kind().foreign(name, reading)) {
            String expected = key.kind().model(name).type();
            group.misread(
                    key,
                    key.name(name) + ": a client of the " + format.word() + " release expected "
                            + (other
                                    ? "type " + expected
                                    : "fields " + key.kind().model(name).fields())
                            + " and met "
                            + (other ? "another type" : reading.fields().toString()) + " "
                            + pulse.place(lastBeat + 1));
        }
        return reading.kind() != Reading.Kind.ABSENT;
    }
}
