package dev.stairway.suite;

import dev.stairway.matrix.Shard;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which part of the matrix a run takes.
 *
 * @param timings metrics document of an earlier run; null for none
 * @param commit that all shards are of, by the CI server; empty elsewhere
 * @param run of the CI server that all shards belong to; empty elsewhere
 */
public record ShardOptions(Shard shard, Path timings, String commit, String run) {

    /** @param environment of the process */
    public static ShardOptions of(Shard shard, Path timings, Map<String, String> environment) {
        return new ShardOptions(
                shard,
                timings,
                first(
                        environment,
                        "GITHUB_SHA",
                        "CI_COMMIT_SHA",
                        "GIT_COMMIT",
                        "BUILD_SOURCEVERSION",
                        "BITBUCKET_COMMIT"),
                // A shard that is started again belongs to the same run: its attempts are left out.
                first(
                        environment,
                        "GITHUB_RUN_ID",
                        "CI_PIPELINE_ID",
                        "BUILD_URL",
                        "BUILD_BUILDID",
                        "BITBUCKET_BUILD_NUMBER"));
    }

    private static String first(Map<String, String> environment, String... names) {
        return Stream.of(names)
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }
}
