package dev.stairway.engine.liquibase;

import dev.stairway.script.ChangeSetOutline;
import dev.stairway.script.ChangeSetOutlines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/** The files of a changelog as they are written, each read once. */
final class ChangelogFiles {

    private final ResourceAccessor resources;
    private final ChangeLogParameters parameters;
    private final Map<String, Read> files = new HashMap<>();

    ChangelogFiles(ResourceAccessor resources, ChangeLogParameters parameters) {
        this.resources = resources;
        this.parameters = parameters;
    }

    /**
     * A file.
     *
     * @param raw its lines as they are
     * @param lines the same with the values of parameters
     * @param left outlines that no changeSet was found for yet
     */
    record Read(String file, List<String> raw, List<String> lines, List<ChangeSetOutline> left) {}

    /** What is written of a changeSet, with the file; each call for the same id finds the next place that has it. */
    Optional<ChangeSetOutline> next(ChangeSet changeSet) {
        List<ChangeSetOutline> left = file(changeSet).left();
        String author = changeSet.getAuthor() == null ? "" : changeSet.getAuthor();
        Optional<ChangeSetOutline> found = left.stream()
                .filter(outline -> outline.id().equals(changeSet.getId())
                        && outline.author().equals(author))
                .findFirst();
        found.ifPresent(left::remove);
        return found;
    }

    /** The file that holds it. */
    Read file(ChangeSet changeSet) {
        return files.computeIfAbsent(Positions.file(changeSet), file -> read(file, changeSet));
    }

    private Read read(String file, ChangeSet changeSet) {
        String raw = text(file);
        String text = expanded(raw, changeSet);
        return new Read(
                file, raw.lines().toList(), text.lines().toList(), new ArrayList<>(ChangeSetOutlines.in(file, text)));
    }

    private String expanded(String text, ChangeSet changeSet) {
        try {
            return parameters.expandExpressions(text, changeSet.getChangeLog());
        } catch (Exception refused) {
            // Liquibase expands value by value, and has read all of them; places are an extra.
            return text;
        }
    }

    private String text(String file) {
        try {
            Resource resource = resources.get(file);
            if (!resource.exists()) {
                return "";
            }
            try (InputStream stream = resource.openInputStream()) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            // The place is an extra: Liquibase has read the file already.
            return "";
        }
    }
}
