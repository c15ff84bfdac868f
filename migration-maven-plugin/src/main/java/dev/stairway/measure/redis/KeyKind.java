package dev.stairway.measure.redis;

import dev.stairway.measure.Format;
import dev.stairway.measure.LiveMapping;

/**
 * Keys of one mapping, with both formats as Redis knows them.
 *
 * @param mapping as it was given, for whoever asks what a fault is about
 * @param old a key in the format of the old release
 * @param fresh the same in that of the new release
 */
record KeyKind(LiveMapping mapping, Model old, Model fresh) {

    /** @throws ClassCastException when the models were learnt from another product */
    static KeyKind of(LiveMapping mapping) {
        return new KeyKind(mapping, (Model) mapping.old(), (Model) mapping.fresh());
    }

    Model model(Format format) {
        return format == Format.OLD ? old : fresh;
    }

    Commands commands(Format format) {
        return new Commands(model(format), !mapping.sameValue());
    }

    /** True when one can tell by its fields that a value has the other format. */
    boolean foreign(Format format, Reading reading) {
        return !mapping.sameValue()
                && reading.fields().equals(model(format.other()).fields())
                && !reading.fields().equals(model(format).fields());
    }
}
