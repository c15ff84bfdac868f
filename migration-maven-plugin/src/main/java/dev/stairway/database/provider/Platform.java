package dev.stairway.database.provider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Names this machine's platform as the jars of PostgreSQL binaries do. */
final class Platform {

    private Platform() {}

    static String current() {
        return name(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    static String name(String osName, String osArch, boolean alpine) {
        String os = osName.toLowerCase(Locale.ROOT);
        String family = os.contains("mac") ? "darwin" : os.contains("windows") ? "windows" : os.replace(' ', '-');
        String architecture = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64v8";
            default -> osArch.toLowerCase(Locale.ROOT);
        };
        return family + "-" + architecture + (alpine ? "-alpine" : "");
    }
}
