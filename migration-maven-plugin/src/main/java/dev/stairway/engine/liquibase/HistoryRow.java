package dev.stairway.engine.liquibase;

import liquibase.change.Change;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;

/**
 * What Liquibase's history says about a changeSet that is the same at each of its executions.
 *
 * @param checksum null where Liquibase cannot sum it
 * @param tag null for none
 */
record HistoryRow(
        String checksum,
        String description,
        String comments,
        String contexts,
        String labels,
        String liquibase,
        String tag,
        String id,
        String author,
        String file) {

    private static final int MAX_TEXT = 250;

    static HistoryRow of(ChangeSet changeSet, Checksums checksums) {
        String comments = changeSet.getComments();
        return new HistoryRow(
                checksums.recorded(changeSet).orElse(null),
                limited(changeSet.getDescription()),
                limited(comments == null ? "" : comments.trim()),
                changeSet.buildFullContext(),
                changeSet.buildFullLabels(),
                LibraryVersion.inHistory(),
                tag(changeSet),
                changeSet.getId(),
                changeSet.getAuthor(),
                changeSet.getFilePath());
    }

    /** In the order of the columns of {@link StepHistory}'s statements. */
    Object[] values(int order, ChangeSet.ExecType type, String deployment) {
        return new Object[] {
            order,
            checksum,
            description,
            comments,
            type.value,
            contexts,
            labels,
            liquibase,
            deployment,
            tag,
            id,
            author,
            file
        };
    }

    private static String tag(ChangeSet changeSet) {
        for (Change change : changeSet.getChanges()) {
            if (change instanceof TagDatabaseChange tagging) {
                return tagging.getTag();
            }
        }
        return null;
    }

    private static String limited(String text) {
        return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
