package dev.stairway.suite;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.UsualVersions;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.safety.SafetyOptions;
import dev.stairway.secret.Mask;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dangers that can be read, each confirmed or refuted by what the parts before it have seen. */
final class SafetyPart implements VerifyPart {

    private final SuiteOptions options;
    private final Map<String, Engine> engines;
    private final Documents documents;
    private final Outputs outputs;
    private final Clock clock;
    private final Mask mask;
    private UsualVersions usual = new UsualVersions(SafetyPart.class.getClassLoader());

    SafetyPart(
            SuiteOptions options,
            Map<String, Engine> engines,
            Documents documents,
            Outputs outputs,
            Clock clock,
            Mask mask) {
        this.options = options;
        this.engines = engines;
        this.documents = documents;
        this.outputs = outputs;
        this.clock = clock;
        this.mask = mask;
    }

    SafetyPart taking(UsualVersions versions) {
        usual = versions;
        return this;
    }

    @Override
    public String name() {
        return VerifyParts.SAFETY;
    }

    /** A shard has seen a part of the whole, so that its predictions are judged when all shards are put together. */
    @Override
    public void run(Map<DatabaseRequest, DatabaseServer> servers, List<Cell> mine, VerifyDraft draft) {
        SafetySuite suite = new SafetySuite(options, safety(), engines, new SuiteListener() {}, clock, mask)
                .taking(usual)
                .since(options.verify().since());
        if (options.shard() == null) {
            suite.seeing(outputs.draft(draft.document()));
        }
        MetricsDocument document = suite.document(documents, new ArrayList<>());
        draft.add(name(), document, options.shard() == null ? List.of() : suite.predictions());
    }

    private SafetyOptions safety() {
        return new SafetyOptions(
                options.verify().rules(),
                options.verify().production(),
                // What earlier goals have left on one machine, others do not have.
                options.shard() == null ? options.outputDirectory() : null);
    }
}
