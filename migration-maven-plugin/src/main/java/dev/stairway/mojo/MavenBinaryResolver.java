package dev.stairway.mojo;

import dev.stairway.database.provider.BinaryResolver;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Resolves server binaries the way Maven resolves everything else: mirrors, proxies, credentials and {@code -o} apply. */
final class MavenBinaryResolver implements BinaryResolver {

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    MavenBinaryResolver(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = repositories;
    }

    @Override
    public Path resolve(String groupId, String artifactId, String version) {
        ArtifactRequest request =
                new ArtifactRequest(new DefaultArtifact(groupId, artifactId, "jar", version), repositories, null);
        try {
            return system.resolveArtifact(session, request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw ProblemException.setup(
                    "The database binaries " + groupId + ":" + artifactId + ":" + version + " cannot be resolved",
                    "repositories of the build",
                    String.valueOf(e.getMessage()),
                    session.isOffline()
                            ? "Run once without -o, so that Maven can download them"
                            : "Make them available through the repository manager that this build uses",
                    e);
        }
    }
}
