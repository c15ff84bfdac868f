package dev.stairway.database.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    /** Larger than the kernel gives to any process. */
    private static final long NOBODY = 99_999_999;

    @TempDir
    Path work;

    @Test
    void what_a_dead_process_left_is_swept_and_what_a_living_one_uses_is_not() throws IOException {
        Path dead = run("dead", NOBODY + " 2026-01-01T00:00:00Z");
        Path anotherOfThatNumber = run("reused", ProcessHandle.current().pid() + " 1970-01-01T00:00:00Z");
        try (RunDirectory living = RunDirectory.create(work, "a");
                RunDirectory own = RunDirectory.create(work, "b")) {
            assertThat(dead).doesNotExist();
            assertThat(anotherOfThatNumber).doesNotExist();
            assertThat(living.path()).exists();
            assertThat(own.path()).exists();
        }
    }

    @Test
    void the_process_of_another_container_cannot_be_seen_so_its_directory_goes_only_when_it_is_old()
            throws IOException {
        Path young = run("young", NOBODY + " 2026-01-01T00:00:00Z");
        Path old = run("old", NOBODY + " 2026-01-01T00:00:00Z");
        Files.writeString(young.resolve("owner.place"), "another kernel-pid:[1]");
        Files.writeString(old.resolve("owner.place"), "another kernel-pid:[1]");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        RunDirectory.create(work, "a").close();
        assertThat(young).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void whatSomebodyElseCalledAlikeIsNeverDeletedHoweverOldItIs() throws IOException {
        Path theirs = Files.createDirectory(work.resolve("stairway-to-heaven"));
        Path engine = Files.createDirectory(work.resolve("stairway-engine.8HDg2h"));
        Path ownerless = Files.createDirectory(work.resolve("stairway-postgresql-17-1234567890123456789"));
        for (Path directory : List.of(theirs, engine, ownerless)) {
            Files.setLastModifiedTime(directory, FileTime.from(Instant.now().minus(Duration.ofDays(400))));
        }
        RunDirectory.create(work, "a").close();
        assertThat(theirs).exists();
        assertThat(engine).exists();
        assertThat(ownerless).doesNotExist();
    }

    private Path run(String name, String owner) throws IOException {
        Path run = Files.createDirectory(work.resolve("stairway-" + name + "-1234567890123456789"));
        Files.writeString(run.resolve("owner"), owner);
        return run;
    }
}
