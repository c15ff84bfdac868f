package dev.stairway.compare.behaviour;

import java.util.Map;
import java.util.function.Consumer;

/** Texts that have not the form which their column is for. */
final class FormProbes implements Generator {

    @Override
    public void probes(TableCase table, Map<String, TableCase> others, Consumer<Probe> out) {
        for (Subject subject : table.given()) {
            switch (subject.base()) {
                case UUID, JSON, ENUM, XML, INET ->
                    out.accept(Generator.insert(
                            ProbeKind.WRONG_TYPE,
                            table,
                            subject,
                            "form",
                            "the text '~abc' in " + subject.typeText(),
                            Cell.text("~abc")));
                default -> {
                    // Other kinds have probes of their own.
                }
            }
        }
    }
}
