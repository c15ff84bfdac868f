package dev.stairway.measure.plan;

import dev.stairway.measure.plan.QueryFile.Release;
import java.util.Set;

/**
 * One statement of the application.
 *
 * @param name unique among those of a release
 * @param place file and line
 * @param sql as written
 * @param releases that send it
 * @param writes true when it changes rows
 */
public record Query(String name, String place, String sql, Set<Release> releases, boolean writes) {
    public Query {
        releases = Set.copyOf(releases);
    }

    boolean of(Release release) {
        return releases.contains(release);
    }
}
