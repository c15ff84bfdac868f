package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.audit.AuditRecord;
import dev.stairway.audit.AuditTrail;
import dev.stairway.audit.Digests;
import dev.stairway.audit.Seal;
import dev.stairway.audit.Who;
import dev.stairway.secret.Mask;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyAuditMojoTest {

    @TempDir
    private Path directory;

    private final List<String> logged = new ArrayList<>();
    private Path file;
    private Seal end;

    @BeforeEach
    void threeRecords() {
        file = directory.resolve("audit.jsonl");
        for (int i = 0; i < 3; i++) {
            end = AuditTrail.at(file).append(record(Map.of()), Mask.NONE);
        }
    }

    @Test
    void a_whole_trail_passes_and_says_what_nobody_can_tell() throws Exception {
        mojo(null, null).execute();

        assertThat(logged)
                .containsExactly(
                        "Audit trail: whole, 3 records, the last one has the hash " + end.hash(),
                        "Whether records were cut off at its end nobody can tell without a hash that was kept elsewhere"
                                + " (-Dmigration.expectedHash)");
    }

    @Test
    void a_changed_byte_fails_the_build_with_its_line() throws Exception {
        Files.writeString(file, Files.readString(file).replaceFirst("ann", "bob"));

        assertThatThrownBy(() -> mojo(null, null).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("The audit trail is not as it was written")
                .hasMessageContaining("line 1 is not what was written");
    }

    @Test
    void a_kept_hash_notices_that_the_end_was_cut_off_and_lets_the_trail_grow() throws Exception {
        AuditTrail.at(file).append(record(Map.of()), Mask.NONE);
        assertThatCode(() -> mojo(end.hash(), null).execute()).doesNotThrowAnyException();

        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, String.join("\n", lines.subList(0, 2)) + "\n");

        assertThatThrownBy(() -> mojo(end.hash(), null).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("no record has the hash " + end.hash());
    }

    @Test
    void the_metrics_of_an_earlier_run_notice_it_as_well() throws Exception {
        Path metrics = recordedRun(end);
        assertThatCode(() -> mojo(null, metrics).execute()).doesNotThrowAnyException();

        keepLines(2);

        assertThatThrownBy(() -> mojo(null, metrics).execute())
                .hasMessageContaining("record 3 " + end.hash() + " is not in it");
    }

    @Test
    void the_metrics_of_a_run_notice_that_its_own_record_was_cut_off() throws Exception {
        Path metrics = recordedRun(end);
        AuditTrail.at(file).append(record(Map.of()), Mask.NONE);
        assertThatCode(() -> mojo(null, metrics).execute()).doesNotThrowAnyException();

        keepLines(3);

        assertThatThrownBy(() -> mojo(null, metrics).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("no record is of the run of " + metrics)
                .hasMessageContaining(Digests.of(metrics));
    }

    @Test
    void metrics_that_were_changed_since_are_not_those_of_the_run() throws Exception {
        Path metrics = recordedRun(end);
        Files.writeString(metrics, Files.readString(metrics) + "\n");

        assertThatThrownBy(() -> mojo(null, metrics).execute()).hasMessageContaining("no record is of the run of");
    }

    @Test
    void the_metrics_of_the_very_first_run_are_an_anchor() throws Exception {
        Files.delete(file);
        Path metrics = recordedRun(Seal.NONE);
        mojo(null, metrics).execute();
        assertThat(logged).singleElement().asString().startsWith("Audit trail: whole, 1 record");

        Files.delete(file);
        AuditTrail.at(file).append(record(Map.of()), Mask.NONE);

        assertThatThrownBy(() -> mojo(null, metrics).execute()).hasMessageContaining("no record is of the run of");
    }

    /** The document of a run that began behind {@code before} and has been recorded. */
    private Path recordedRun(Seal before) throws IOException {
        Path metrics = Files.writeString(
                directory.resolve("metrics.json"),
                "{\"formatVersion\":\"1.0\",\"run\":{\"tool\":{\"auditTrail\":\"" + before + "\"}}}");
        AuditTrail.at(file)
                .append(record(Map.of("changelog db", "aa", "metrics.json", Digests.of(metrics))), Mask.NONE);
        return metrics;
    }

    private void keepLines(int lines) throws IOException {
        Files.writeString(file, String.join("\n", Files.readAllLines(file).subList(0, lines)) + "\n");
    }

    @Test
    void metrics_that_say_nothing_of_a_trail_are_no_anchor() throws Exception {
        Path metrics = directory.resolve("metrics.json");
        Files.writeString(metrics, "{\"formatVersion\":\"1.0\",\"run\":{}}");

        assertThatThrownBy(() -> mojo(null, metrics).execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("it says nothing of an audit trail");
    }

    @Test
    void a_trail_that_is_gone_is_an_error() throws Exception {
        Files.delete(file);

        assertThatThrownBy(() -> mojo(null, null).execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("There is no audit trail");
    }

    @Test
    void a_hash_that_is_none_is_refused() {
        assertThatThrownBy(() -> mojo("1234", null).execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<expectedHash> is 1234");
    }

    private VerifyAuditMojo mojo(String hash, Path metrics) throws ReflectiveOperationException {
        VerifyAuditMojo mojo = new VerifyAuditMojo();
        set(mojo, "auditFile", file.toFile());
        set(mojo, "expectedHash", hash == null ? null : List.of(hash));
        set(mojo, "anchors", metrics == null ? null : List.<File>of(metrics.toFile()));
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                logged.add(content.toString());
            }
        });
        return mojo;
    }

    private static void set(Object mojo, String field, Object value) throws ReflectiveOperationException {
        var declared = VerifyAuditMojo.class.getDeclaredField(field);
        declared.setAccessible(true);
        declared.set(mojo, value);
    }

    private static AuditRecord record(Map<String, String> digests) {
        return new AuditRecord(
                new AuditRecord.Operation("upgrade", "", "", "", "2026-11-22T10:00:00Z", 1),
                new Who("ann", "", "", ""),
                Map.of(),
                digests,
                Map.of(),
                AuditRecord.State.NONE,
                Map.of(),
                AuditRecord.Approval.NONE,
                AuditRecord.Outcome.passed());
    }
}
