package dev.stairway.database.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small disk, for those who may mount one. */
public final class Tmpfs {

    private Tmpfs() {}

    /** False where it is not allowed or not known. */
    public static boolean mount(Path target, String size) throws IOException, InterruptedException {
        Files.createDirectories(target);
        return run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", target.toString());
    }

    /** From now on nothing can be written there. */
    public static boolean readOnly(Path target) throws InterruptedException {
        return run("mount", "-o", "remount,ro", target.toString());
    }

    public static void unmount(Path target) throws IOException, InterruptedException {
        run("umount", target.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchTool) {
            return false;
        }
    }
}
