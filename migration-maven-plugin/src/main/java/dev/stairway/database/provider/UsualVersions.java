package dev.stairway.database.provider;

import java.util.Map;
import java.util.TreeSet;

/** Which version of a product a goal takes where nobody names one, known without starting anything. */
public final class UsualVersions {

    /** Of products that run elsewhere, the usual release. */
    private static final Map<String, String> ELSEWHERE = Map.of("mysql", "8.4", "valkey", "8.0");

    private final ClassLoader project;

    /** @param project class loader of the project's class path, over that of the plugin */
    public UsualVersions(ClassLoader project) {
        this.project = project;
    }

    /** @param product lower-case name; one that nobody here knows has version 1 */
    public String of(String product) {
        String single = product.replaceFirst("-cluster$", "");
        return switch (single) {
            case "postgresql" -> Integer.toString(PostgresBinaries.newest());
            case "sqlite" -> sqlite();
            case "h2" -> JdbcDrivers.H2.version();
            case "mariadb" -> MariaDbBinaries.newest();
            case "redis" -> RedisBinaries.newest();
            default -> ELSEWHERE.getOrDefault(single, "1");
        };
    }

    /** As {@link SqliteReleases} chooses: the project's own, unless it is too old to be read. */
    private String sqlite() {
        return ProjectDriver.in(project)
                .map(ProjectDriver::version)
                .filter(version -> !version.isEmpty() && !SqliteReleases.isTooOld(version))
                .orElseGet(ProjectDriver::versionOfThePlugin);
    }

    /** Of keys such as {@code linux-amd64.11.4} the release that sorts last, on whatever platform. */
    static String newest(Iterable<String> keys) {
        TreeSet<String> releases = new TreeSet<>();
        keys.forEach(key -> releases.add(key.substring(key.indexOf('.') + 1)));
        return releases.last();
    }
}
