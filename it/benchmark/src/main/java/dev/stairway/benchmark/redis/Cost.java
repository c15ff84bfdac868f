package dev.stairway.benchmark.redis;

import java.util.Locale;

/**
 * What something took. A busy machine stretches the clock, but hardly the processor times.
 *
 * @param wallMillis on the clock
 * @param clientMillis processor time of this JVM, collector and compiler included
 * @param serverMillis processor time of the server
 */
record Cost(double wallMillis, double clientMillis, double serverMillis) {

    double processorMillis() {
        return clientMillis + serverMillis;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%7.0f ms (processor: %5.0f here, %5.0f server)", wallMillis, clientMillis, serverMillis);
    }
}
