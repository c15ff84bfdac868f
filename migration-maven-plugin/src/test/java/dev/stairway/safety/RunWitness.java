package dev.stairway.safety;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Observed;
import dev.stairway.lint.Remark;
import java.nio.file.Path;

/** What runs have seen of a prediction, for programs that measure predictions. */
public final class RunWitness {

    private final Witness witness;

    /** @param runs directory with one directory for each goal that ran */
    public RunWitness(Path runs) {
        witness = new Witness(EarlierRuns.below(runs));
    }

    /** @param migration as the engine of the runs gives it */
    public Observed of(String changelog, Migration migration, Remark remark) {
        return witness.of(changelog, "postgresql", migration, remark);
    }
}
