package dev.stairway.benchmark;

import java.nio.file.Path;

/** What the pom hands over, as system properties {@code benchmark.*}. */
public final class Given {

    private Given() {}

    /** @throws IllegalArgumentException when the pom did not set it */
    public static String text(String name) {
        String value = System.getProperty("benchmark." + name);
        if (value == null) {
            throw new IllegalArgumentException("benchmark." + name + " is not set: run it through the pom");
        }
        return value;
    }

    /** Absolute, without {@code .} and {@code ..}. */
    public static Path path(String name) {
        return Path.of(text(name)).toAbsolutePath().normalize();
    }

    public static int number(String name) {
        return Integer.parseInt(text(name));
    }

    public static boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }
}
