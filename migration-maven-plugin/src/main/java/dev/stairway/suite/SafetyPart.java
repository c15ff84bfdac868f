package dev.stairway.suite;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.provider.UsualVersions;
import dev.stairway.engine.Engine;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.report.document.Metrics;
import dev.stairway.safety.SafetyOptions;
import dev.stairway.secret.Mask;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
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
    public void run(Map<DatabaseRequest, DatabaseServer> servers, VerifyDraft draft) {
        VerifyOptions verify = options.verify();
        Map<String, Map<String, String>> released = new HashMap<>();
        verify.since()
                .released(options.changelogs(), engines)
                .forEach((changelog, earlier) -> released.put(changelog, earlier.checksums()));
        SafetyOptions safety =
                new SafetyOptions(verify.rules(), verify.production(), options.outputDirectory(), released);
        Metrics seen = outputs.draft(draft.document());
        draft.add(new SafetySuite(options, safety, engines, new SuiteListener() {}, clock, mask)
                .taking(usual)
                .seeing(seen)
                .document(documents, new ArrayList<>()));
    }
}
