package dev.stairway.mojo;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecution;

/** What a POM lists as {@code <dependencies>} of this plugin. */
final class PluginDependencies {

    private PluginDependencies() {}

    /** {@code groupId:artifactId} of each. */
    static Set<String> of(MojoExecution execution) {
        return execution.getPlugin().getDependencies().stream()
                .map(dependency -> dependency.getGroupId() + ":" + dependency.getArtifactId())
                .collect(Collectors.toUnmodifiableSet());
    }
}
