package dev.stairway.database.provider;

import dev.stairway.database.redis.RedisProgram;
import dev.stairway.problem.ProblemException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds a Redis or Valkey server: the program that the user named, a jar with the wanted release, the program on the
 * PATH.
 *
 * @param named by the user; null where nothing was named
 * @param searchPath directories, separated as in PATH
 */
record RedisPrograms(BinaryResolver resolver, String platform, Path named, String searchPath, Path cacheDirectory) {

    /**
     * @param product {@code redis} or {@code valkey}
     * @param version release such as {@code 7.0}; empty for the program that the user named, else the newest
     */
    RedisProgram find(String product, String version) {
        List<RedisProgram> installed = new ArrayList<>();
        if (named != null) {
            installed.add(RedisProgram.at(named));
        }
        if (fits(installed, product, version).isPresent()) {
            return installed.get(0);
        }
        Optional<RedisBinaries.Coordinates> jar =
                product.equals("redis") ? RedisBinaries.find(platform, release(version)) : Optional.empty();
        if (jar.isPresent()) {
            return unpack(jar.get());
        }
        onPath(product).map(RedisProgram::at).ifPresent(installed::add);
        return fits(installed, product, version).orElseThrow(() -> unavailable(product, version, installed));
    }

    private static Optional<RedisProgram> fits(List<RedisProgram> programs, String product, String version) {
        return programs.stream()
                .filter(program -> program.product().equals(product))
                .filter(program -> version.isEmpty()
                        || program.release().equals(version)
                        || program.version().equals(version))
                .findFirst();
    }

    private String release(String version) {
        var releases = RedisBinaries.releases(platform);
        return version.isEmpty() && !releases.isEmpty() ? releases.last() : version;
    }

    private RedisProgram unpack(RedisBinaries.Coordinates jar) {
        Path file = resolver.resolve(jar.groupId(), jar.artifactId(), jar.version());
        return RedisProgram.unpack(file, jar.entry(), cacheDirectory);
    }

    private Optional<Path> onPath(String product) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, product + "-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private ProblemException unavailable(String product, String version, List<RedisProgram> installed) {
        List<String> available = new ArrayList<>();
        RedisBinaries.releases(platform).forEach(release -> available.add("redis " + release));
        installed.forEach(
                program -> available.add(program.product() + " " + program.version() + " (" + program.file() + ")"));
        return ProblemException.setup(
                (product + " " + version).strip() + " is not available as an embedded server",
                platform,
                "available: " + (available.isEmpty() ? "nothing" : String.join(", ", available)),
                "Name one of these, or put " + product + "-server of the wanted version on the PATH",
                null);
    }
}
