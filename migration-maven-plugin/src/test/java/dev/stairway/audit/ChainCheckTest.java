package dev.stairway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a trail is found, and where. */
class ChainCheckTest {

    @TempDir
    private Path directory;

    private byte[] trail;

    @BeforeEach
    void fourRecordsAndATornLine() throws IOException {
        Path file = directory.resolve("audit.jsonl");
        Trails.of(file, 2);
        Files.writeString(file, Files.readString(file) + "{\"format\":\"1.0\",\"sequ");
        Trails.of(file, 2);
        trail = Files.readAllBytes(file);
        assertThat(check(trail)).isEmpty();
    }

    @Test
    void every_flipped_bit_is_found_at_its_line() throws IOException {
        int line = 1;
        for (int at = 0; at < trail.length; at++) {
            for (int bit = 1; bit < 256; bit <<= 1) {
                byte[] spoiled = trail.clone();
                spoiled[at] ^= (byte) bit;
                assertThat(check(spoiled)).as("bit %d of byte %d", bit, at).isNotEmpty();
                assertThat(firstLine(check(spoiled))).as("byte %d", at).isBetween(line - 1, line + 1);
            }
            line += trail[at] == '\n' ? 1 : 0;
        }
    }

    @Test
    void every_removed_byte_is_found() throws IOException {
        for (int at = 0; at < trail.length; at++) {
            byte[] spoiled = Arrays.copyOf(trail, trail.length - 1);
            System.arraycopy(trail, at + 1, spoiled, at, trail.length - at - 1);
            assertThat(check(spoiled)).as("byte %d", at).isNotEmpty();
        }
    }

    @Test
    void every_added_byte_is_found() throws IOException {
        for (int at = 0; at <= trail.length; at++) {
            for (char added : new char[] {'\n', '\r', ' ', '0', '"', '}'}) {
                byte[] spoiled = Arrays.copyOf(trail, trail.length + 1);
                spoiled[at] = (byte) added;
                System.arraycopy(trail, at, spoiled, at + 1, trail.length - at);
                assertThat(check(spoiled))
                        .as("%d before byte %d", (int) added, at)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void every_removed_line_but_the_last_is_found() throws IOException {
        for (int removed = 0; removed < lines().size() - 1; removed++) {
            List<byte[]> lines = lines();
            lines.remove(removed);
            assertThat(check(bytes(lines))).as("without line %d", removed + 1).isNotEmpty();
        }
        List<byte[]> lines = lines();
        lines.remove(0);
        assertThat(check(bytes(lines)))
                .containsExactly(
                        "line 1 is record 2 where 1 is due: one record is missing before it, or not in its place");
    }

    @Test
    void every_line_that_is_there_twice_is_found() throws IOException {
        for (int twice = 0; twice < lines().size(); twice++) {
            for (int to = 0; to <= lines().size(); to++) {
                List<byte[]> lines = lines();
                lines.add(to, lines.get(twice));
                assertThat(check(bytes(lines)))
                        .as("line %d before %d", twice + 1, to + 1)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void every_two_lines_that_changed_places_are_found() throws IOException {
        for (int one = 0; one < lines().size(); one++) {
            for (int other = one + 1; other < lines().size(); other++) {
                List<byte[]> lines = lines();
                Collections.swap(lines, one, other);
                assertThat(check(bytes(lines)))
                        .as("%d and %d", one + 1, other + 1)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void a_record_of_another_trail_is_found() throws IOException {
        Path other = directory.resolve("other.jsonl");
        AuditTrail.at(other).append(Trails.record("elsewhere"), dev.stairway.secret.Mask.NONE);
        List<byte[]> lines = lines();
        lines.set(0, Lines.of(Files.readAllBytes(other)).whole().get(0));

        assertThat(check(bytes(lines)))
                .containsExactly("line 2 does not follow the record before it: that one was replaced, or this one comes"
                        + " from elsewhere");
    }

    @Test
    void line_ends_that_a_tool_has_rewritten_are_told_as_such() throws IOException {
        byte[] windows = new String(trail, StandardCharsets.US_ASCII)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(check(windows)).isNotEmpty().anyMatch(line -> line.contains("*.jsonl -text"));
    }

    @Test
    void a_spoiled_record_that_the_next_one_takes_for_an_interrupted_one_is_found() throws IOException {
        byte[] spoiled =
                (new String(lines().get(0), StandardCharsets.US_ASCII) + " ").getBytes(StandardCharsets.US_ASCII);
        String next = Line.text(Seal.NONE, Torn.of(spoiled), Trails.record("next"), dev.stairway.secret.Mask.NONE);

        assertThat(check(bytes(List.of(spoiled, next.getBytes(StandardCharsets.US_ASCII)))))
                .containsExactly("line 1 is no beginning of the record that is due there, though the next one says so");
    }

    @Test
    void a_changed_record_at_the_end_is_not_told_as_an_interrupted_one() throws IOException {
        byte[] spoiled = Arrays.copyOf(trail, trail.length);
        spoiled[trail.length - 1] = ' ';

        assertThat(check(spoiled)).singleElement().asString().endsWith("somebody changed it");
    }

    @Test
    void an_empty_file_is_no_trail() throws IOException {
        assertThat(check(new byte[0])).containsExactly("line 1 is not there: the file is empty");
    }

    @Test
    void records_cut_off_at_the_end_are_seen_by_whoever_kept_a_seal_only() throws IOException {
        ChainCheck.Result before = ChainCheck.of(new ByteArrayInputStream(trail));
        List<byte[]> lines = lines();
        lines.remove(lines.size() - 1);

        ChainCheck.Result after = ChainCheck.of(new ByteArrayInputStream(bytes(lines)));

        assertThat(after.broken()).isEmpty();
        assertThat(after.hashes()).doesNotContainKey(before.end().hash());
    }

    private static List<String> check(byte[] bytes) throws IOException {
        return ChainCheck.of(new ByteArrayInputStream(bytes)).broken();
    }

    private static int firstLine(List<String> broken) {
        return Integer.parseInt(broken.get(0).split(" ")[1]);
    }

    private List<byte[]> lines() {
        return new ArrayList<>(Lines.of(trail).whole());
    }

    private static byte[] bytes(List<byte[]> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        lines.forEach(line -> {
            bytes.writeBytes(line);
            bytes.write('\n');
        });
        return bytes.toByteArray();
    }
}
