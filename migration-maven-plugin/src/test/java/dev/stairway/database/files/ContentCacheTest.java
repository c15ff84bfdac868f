package dev.stairway.database.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentCacheTest {

    @TempDir
    Path root;

    private final AtomicInteger builds = new AtomicInteger();

    private Path obtain() {
        return new ContentCache(root).obtain("key", 0, this::build, Manifest::sizesMatch);
    }

    private void build(Path directory) throws IOException {
        builds.incrementAndGet();
        Files.writeString(directory.resolve("file"), "content");
    }

    @Test
    void an_entry_is_made_once() {
        assertThat(obtain()).isEqualTo(obtain());
        assertThat(builds).hasValue(1);
    }

    @Test
    void an_entry_that_another_build_takes_away_while_it_is_looked_at_is_looked_at_again_under_the_lock() {
        obtain();
        AtomicInteger looks = new AtomicInteger();
        ContentCache.Check vanishing = directory -> {
            if (looks.getAndIncrement() == 0) {
                throw new NoSuchFileException("file");
            }
            return Manifest.sizesMatch(directory);
        };
        assertThat(new ContentCache(root)
                        .obtain("key", 0, this::build, vanishing)
                        .resolve("file"))
                .hasContent("content");
        assertThat(looks).hasValue(2);
        assertThat(builds).hasValue(1);
    }

    @Test
    void threads_that_come_at_once_make_it_once() {
        IntStream.range(0, 8).parallel().forEach(thread -> obtain());
        assertThat(builds).hasValue(1);
    }

    @Test
    void an_entry_without_its_manifest_is_half_written_and_made_again() throws IOException {
        Files.createDirectory(root.resolve("key"));
        Files.writeString(root.resolve("key/other"), "half");
        assertThat(obtain().resolve("file")).hasContent("content");
        assertThat(root.resolve("key/other")).doesNotExist();
    }

    @Test
    void an_entry_with_a_shortened_an_added_or_a_missing_file_is_made_again() throws IOException {
        Files.writeString(obtain().resolve("file"), "short");
        assertThat(obtain().resolve("file")).hasContent("content");
        Files.writeString(obtain().resolve("added"), "");
        assertThat(obtain().resolve("added")).doesNotExist();
        Files.delete(obtain().resolve("file"));
        assertThat(obtain().resolve("file")).hasContent("content");
        assertThat(builds).hasValue(4);
    }

    @Test
    void a_builder_that_fails_leaves_nothing() {
        assertThatThrownBy(() -> new ContentCache(root)
                        .obtain(
                                "key",
                                0,
                                directory -> {
                                    build(directory);
                                    throw new IOException("broken");
                                },
                                Manifest::sizesMatch))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("broken");
        assertThat(root).isDirectoryNotContaining(path -> Files.isDirectory(path));
        assertThat(obtain()).isDirectory();
    }

    @Test
    void what_a_killed_builder_left_is_deleted() throws IOException {
        Path draft = Files.createDirectory(root.resolve("draft-key-123"));
        Path foreign = Files.createDirectory(root.resolve("draft-other-123"));
        obtain();
        assertThat(draft).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void a_changed_content_of_the_same_size_shows_in_the_digest() throws IOException {
        Path entry = obtain();
        assertThat(Manifest.digestsMatch(entry, "f")).isTrue();
        Files.writeString(entry.resolve("file"), "CONTENT");
        assertThat(Manifest.sizesMatch(entry)).isTrue();
        assertThat(Manifest.digestsMatch(entry, "other")).isTrue();
        assertThat(Manifest.digestsMatch(entry, "f")).isFalse();
    }
}
