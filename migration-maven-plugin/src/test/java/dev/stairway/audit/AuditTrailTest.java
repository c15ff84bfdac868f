package dev.stairway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Mask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve(".migration/audit.jsonl");
    }

    @Test
    void a_record_says_who_did_what_when_with_what_and_how_it_ended() throws Exception {
        Seal end = Trails.of(file(), 1).end();

        JsonNode line = new ObjectMapper().readTree(Files.readString(file()));
        assertThat(line.at("/format").asText()).isEqualTo("1.0");
        assertThat(line.at("/sequence").asLong()).isEqualTo(1);
        assertThat(line.at("/previous").asText()).isEqualTo(Seal.NONE.hash());
        assertThat(line.at("/operation/startedAt").asText()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(line.at("/who/actor").asText()).isEqualTo("ann-of-ci");
        assertThat(line.at("/state/backup").asText()).isEqualTo("backup/7.dump");
        assertThat(line.at("/checks/plans").asText()).startsWith("skipped");
        assertThat(line.at("/approval/ticket").asText()).isEqualTo("CHG-17");
        assertThat(line.at("/outcome/exit").asInt()).isZero();
        assertThat(line.at("/hash").asText()).isEqualTo(end.hash());
    }

    @Test
    void a_trail_that_is_only_added_to_is_whole() throws Exception {
        byte[] first = bytesAfter(Trails.of(file(), 3));
        Seal end = Trails.of(file(), 2).end();

        assertThat(Files.readAllBytes(file())).startsWith(first);
        ChainCheck.Result result = ChainCheck.of(file());
        assertThat(result.broken()).isEmpty();
        assertThat(result.end()).isEqualTo(end);
        assertThat(end.sequence()).isEqualTo(5);
        assertThat(result.hashes()).hasSize(5).containsEntry(end.hash(), 5L);
    }

    @Test
    void no_secret_gets_into_it() throws Exception {
        AuditTrail.at(file())
                .append(Trails.record("jdbc:x?password=correct-horse-7"), Mask.of(List.of("correct-horse-7")));

        assertThat(Files.readString(file())).contains("password=***").doesNotContain("correct-horse");
        assertThat(ChainCheck.of(file()).broken()).isEmpty();
    }

    @Test
    void text_of_every_kind_stays_on_its_line() throws Exception {
        AuditTrail trail = AuditTrail.at(file());
        trail.append(
                Trails.record("a\nb\r\u2028\u0000\uD800 \uD83D\uDE00 \",\"hash\":\"" + "0".repeat(64) + "\"}"),
                Mask.NONE);
        trail.append(Trails.record("next"), Mask.NONE);

        assertThat(Files.readAllLines(file())).hasSize(2);
        assertThat(ChainCheck.of(file()).broken()).isEmpty();
    }

    @Test
    void a_torn_last_line_is_named_and_the_next_record_tells_of_it() throws Exception {
        byte[] two = bytesAfter(Trails.of(file(), 2));
        byte[] three = bytesAfter(Trails.of(file(), 1));
        int begun = two.length + 100;
        Files.write(file(), Arrays.copyOf(three, begun));
        assertThat(ChainCheck.of(file()).broken())
                .singleElement()
                .asString()
                .startsWith("line 3 is the last one and torn");

        Trails.of(file(), 1);

        ChainCheck.Result result = ChainCheck.of(file());
        assertThat(result.broken()).isEmpty();
        assertThat(result.end().sequence()).isEqualTo(3);
        assertThat(result.notes())
                .containsExactly("line 3 is the beginning of a record whose writing was interrupted, as record 3 says");
    }

    @Test
    void wherever_the_writing_of_a_record_is_interrupted_the_next_one_goes_on() throws Exception {
        byte[] one = bytesAfter(Trails.of(file(), 1));
        byte[] two = bytesAfter(Trails.of(file(), 1));
        for (int cut = one.length; cut <= two.length; cut++) {
            Files.write(file(), Arrays.copyOf(two, cut));
            Seal end = Trails.of(file(), 1).end();

            assertThat(ChainCheck.of(file()).broken()).as("cut at %d", cut).isEmpty();
            assertThat(end.sequence()).isEqualTo(cut >= two.length - 1 ? 3 : 2);
        }
    }

    @Test
    void a_second_interruption_right_after_the_first_is_told_as_well() throws Exception {
        byte[] one = bytesAfter(Trails.of(file(), 1));
        Files.writeString(file(), "{\"format\":\"1.0\",\"seq\n{\"for", StandardOpenOption.APPEND);

        Trails.of(file(), 1);

        assertThat(ChainCheck.of(file()).broken()).isEmpty();
        assertThat(Files.readAllBytes(file())).startsWith(one);
    }

    @Test
    void wherever_a_second_interruption_follows_the_first_the_next_record_goes_on() throws Exception {
        byte[] one = bytesAfter(Trails.of(file(), 1));
        byte[] two = bytesAfter(Trails.of(file(), 1));
        Files.write(file(), Arrays.copyOf(two, one.length + 300));
        byte[] three = bytesAfter(Trails.of(file(), 1));
        for (int cut = one.length + 300; cut <= three.length; cut += 7) {
            Files.write(file(), Arrays.copyOf(three, cut));
            Trails.of(file(), 1);

            assertThat(ChainCheck.of(file()).broken()).as("cut at %d", cut).isEmpty();
        }
    }

    @Test
    void a_trail_whose_line_ends_a_tool_has_rewritten_is_not_gone_on_with() throws Exception {
        Trails.of(file(), 2);

        refusesAs(Files.readString(file()).replace("\n", "\r\n"));
    }

    @Test
    void a_last_record_that_somebody_changed_is_no_interrupted_one_whatever_stands_behind_it() throws Exception {
        Trails.of(file(), 2);
        String trail = Files.readString(file());
        String changed = trail.replace("database 2", "database 3");

        for (String end : List.of(" \n", " ", "\r\n", "\n\n", "}\n", "\0\n")) {
            refusesAs(trail.stripTrailing() + end);
            refusesAs(changed.stripTrailing() + end);
        }
        refusesAs(changed.substring(0, changed.length() - 2));
        refusesAs(changed.substring(0, changed.length() - 40) + "\n");
    }

    @Test
    void the_beginning_of_another_record_is_none_of_the_next() throws Exception {
        byte[] one = bytesAfter(Trails.of(file(), 1));
        byte[] two = bytesAfter(Trails.of(file(), 1));
        String second = new String(two, one.length, 300, UTF_8);
        String first = new String(one, UTF_8);

        refusesAs(first + first.substring(0, 200));
        refusesAs(first + second.replaceFirst("\"previous\":\"[0-9a-f]{2}", "\"previous\":\"zz"));
        refusesAs(first + second + "\n" + second);
        refusesAs(first + second.replace("database", "datab\u00e4se"));
    }

    private void refusesAs(String spoiled) throws Exception {
        Files.writeString(file(), spoiled);

        assertThatThrownBy(() -> Trails.of(file(), 1))
                .as(spoiled)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The audit trail is damaged");
        assertThat(Files.readString(file())).isEqualTo(spoiled);
        assertThat(ChainCheck.of(file()).broken()).isNotEmpty();
    }

    @Test
    void a_trail_that_somebody_changed_is_not_gone_on_with() throws Exception {
        Trails.of(file(), 2);
        Files.writeString(file(), Files.readString(file()).replace("database 2", "database 3"));
        byte[] spoiled = Files.readAllBytes(file());

        assertThatThrownBy(() -> Trails.of(file(), 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The audit trail is damaged")
                .hasMessageContaining("verify-audit");
        assertThat(Files.readAllBytes(file())).isEqualTo(spoiled);
    }

    @Test
    void a_file_that_is_no_trail_is_left_alone() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "<project/>\n");

        assertThatThrownBy(() -> Trails.of(file(), 1)).hasMessageContaining("no beginning of the next one");
        assertThat(Files.readString(file())).isEqualTo("<project/>\n");
    }

    @Test
    void a_long_record_is_found_again() throws Exception {
        AuditTrail trail = AuditTrail.at(file());
        trail.append(Trails.record("x".repeat(300_000)), Mask.NONE);
        trail.append(Trails.record("y".repeat(70_000)), Mask.NONE);

        assertThat(trail.end().sequence()).isEqualTo(2);
        assertThat(ChainCheck.of(file()).broken()).isEmpty();
    }

    @Test
    void many_threads_share_a_trail() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                writers.add(pool.submit(() -> Trails.of(file(), 5)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }

        ChainCheck.Result result = ChainCheck.of(file());
        assertThat(result.broken()).isEmpty();
        assertThat(result.end().sequence()).isEqualTo(40);
    }

    @Test
    void a_directory_in_its_place_is_told() throws Exception {
        Files.createDirectories(file());

        assertThatThrownBy(() -> Trails.of(file(), 1)).hasMessageContaining("The audit trail cannot be written");
    }

    private byte[] bytesAfter(AuditTrail trail) throws Exception {
        byte[] bytes = Files.readAllBytes(trail.file());
        assertThat(new String(bytes, UTF_8)).endsWith("\"}\n");
        return bytes;
    }
}
