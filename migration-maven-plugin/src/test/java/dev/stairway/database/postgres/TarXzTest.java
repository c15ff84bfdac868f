package dev.stairway.database.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.database.files.FileTrees;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class TarXzTest {

    @TempDir
    Path directory;

    private Path root;

    @BeforeEach
    void create() throws IOException {
        root = Files.createDirectory(directory.resolve("root"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "a/../../outside", "/../outside", "/etc/outside"})
    void a_name_that_leads_out_is_refused(String name) {
        assertThatThrownBy(() -> unpack(tar -> file(tar, name, 0644))).hasMessageContaining("Refused");
        assertThat(directory.resolve("outside")).doesNotExist();
        assertThat(Path.of("/etc/outside")).doesNotExist();
    }

    @Test
    void a_name_with_dots_that_stays_inside_is_unpacked() throws IOException {
        unpack(tar -> file(tar, "a/../b/..c", 0644));
        assertThat(root.resolve("b/..c")).hasContent("content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc", "../..", "x/../../.."})
    void a_link_that_leads_out_is_refused(String target) {
        assertThatThrownBy(() -> unpack(tar -> link(tar, "lib/out", target))).hasMessageContaining("Refused");
    }

    @Test
    void nothing_is_written_through_a_link() {
        assertThatThrownBy(() -> unpack(tar -> {
                    file(tar, "real/a", 0644);
                    link(tar, "alias", "real");
                    file(tar, "alias/b", 0644);
                }))
                .hasMessageContaining("through a link");
    }

    @Test
    void links_and_executable_files_are_kept() throws IOException {
        assumeThat(FileTrees.posix()).isTrue();
        unpack(tar -> {
            file(tar, "lib/lib.so.5.1", 0755);
            file(tar, "lib/readme", 0644);
            link(tar, "lib/lib.so.5", "lib.so.5.1");
        });
        assertThat(Files.readSymbolicLink(root.resolve("lib/lib.so.5"))).hasToString("lib.so.5.1");
        assertThat(Files.isExecutable(root.resolve("lib/lib.so.5.1"))).isTrue();
        assertThat(Files.getPosixFilePermissions(root.resolve("lib/readme"))).hasSize(2);
    }

    private interface Content {
        void write(TarArchiveOutputStream tar) throws IOException;
    }

    private void unpack(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            content.write(tar);
        }
        TarXz.unpack(new ByteArrayInputStream(bytes.toByteArray()), root);
    }

    private static void file(TarArchiveOutputStream tar, String name, int mode) throws IOException {
        byte[] content = "content".getBytes(StandardCharsets.US_ASCII);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }
}
