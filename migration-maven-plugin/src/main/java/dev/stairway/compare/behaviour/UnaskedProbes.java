package dev.stairway.compare.behaviour;

import java.util.Map;
import java.util.function.Consumer;

/** A child without a parent over a connection as a driver opens it when nobody asks for more. */
final class UnaskedProbes implements Generator {

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        new ReferenceProbes().probes(table, others, probe -> {
            if (probe.kind() == ProbeKind.MISSING_PARENT) {
                out.accept(new Probe(
                        ProbeKind.UNASKED_REFERENCE,
                        probe.subject(),
                        "",
                        "a row whose parent is not there (over a connection with the driver's own settings)",
                        stage -> unasked(stage, probe)));
            }
        });
    }

    private static Stored unasked(Stage stage, Probe probe) throws java.sql.SQLException {
        String off = stage.dialect().unasked();
        if (off.isEmpty()) {
            return probe.attempt().on(stage);
        }
        stage.set(off);
        try {
            return stage.unsettled(probe.attempt());
        } finally {
            for (String setting : stage.dialect().settings()) {
                stage.set(setting);
            }
        }
    }
}
