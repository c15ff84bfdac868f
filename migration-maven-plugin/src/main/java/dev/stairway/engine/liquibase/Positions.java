package dev.stairway.engine.liquibase;

import dev.stairway.script.ChangeSetPosition;
import dev.stairway.script.ChangeSetPositions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import liquibase.changelog.ChangeSet;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/** Finds the line of a changeSet in its file; every file is read once. */
final class Positions {

    private final ResourceAccessor resources;
    private final Map<String, List<ChangeSetPosition>> files = new HashMap<>();

    Positions(ResourceAccessor resources) {
        this.resources = resources;
    }

    /** The file that holds it, whatever logical path it has. */
    static String file(ChangeSet changeSet) {
        String physical = changeSet.getChangeLog() == null
                ? null
                : changeSet.getChangeLog().getPhysicalFilePath();
        return physical == null ? changeSet.getFilePath() : physical;
    }

    /** 1-based, 0 where it is not found; each call for the same id finds the next place that has it. */
    int next(ChangeSet changeSet) {
        List<ChangeSetPosition> left = files.computeIfAbsent(file(changeSet), this::read);
        for (ChangeSetPosition position : left) {
            if (position.id().equals(changeSet.getId()) && author(position, changeSet)) {
                left.remove(position);
                return position.line();
            }
        }
        return 0;
    }

    private static boolean author(ChangeSetPosition position, ChangeSet changeSet) {
        String author = changeSet.getAuthor() == null ? "" : changeSet.getAuthor();
        return position.author().equals(author);
    }

    private List<ChangeSetPosition> read(String file) {
        try {
            Resource resource = resources.get(file);
            if (!resource.exists()) {
                return new ArrayList<>();
            }
            try (InputStream stream = resource.openInputStream()) {
                String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                return new ArrayList<>(ChangeSetPositions.in(file, text));
            }
        } catch (IOException unreadable) {
            // The position is an extra: Liquibase has read the file already.
            return new ArrayList<>();
        }
    }
}
