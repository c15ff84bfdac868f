package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stairway.problem.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class MaskedMojoTest {

    private static final String CANARY = "canary-of-the-mojo";

    private interface Body {
        void run() throws MojoExecutionException, MojoFailureException;
    }

    private final List<String> logged = new ArrayList<>();

    @Test
    void everyLevelOfTheLogIsMasked() throws Exception {
        Mojo[] mojo = new Mojo[1];
        mojo[0] = mojo(() -> {
            mojo[0].getLog().info("info " + CANARY);
            mojo[0].getLog().warn("warn " + CANARY, new IllegalStateException(CANARY));
            mojo[0].getLog().error(new IllegalStateException(CANARY));
            mojo[0].getLog().debug("debug " + CANARY);
        });

        mojo[0].execute();

        assertThat(logged).hasSize(4).noneMatch(line -> line.contains(CANARY)).contains("info ***", "debug ***");
        assertThat(logged).anyMatch(line -> line.contains("IllegalStateException: ***"));
    }

    @Test
    void whateverEndsTheGoalTellsNothing() {
        tellsNothing(() -> {
            throw new MojoFailureException("failed: " + CANARY);
        });
        tellsNothing(() -> {
            throw new MojoExecutionException("failed", new IllegalStateException("by " + CANARY));
        });
        tellsNothing(() -> {
            throw new IllegalStateException("failed", new IllegalArgumentException(CANARY));
        });
        tellsNothing(() -> {
            throw new StackOverflowError(CANARY);
        });
        tellsNothing(() -> {
            throw ProblemException.setup("failed", "here " + CANARY, "", "do", new IllegalStateException(CANARY));
        });
        assertThat(logged).as("debug lines of the problem").noneMatch(line -> line.contains(CANARY));
    }

    @Test
    void aFailureWithoutSecretsIsTheVeryOne() {
        IllegalStateException harmless = new IllegalStateException("harmless");

        assertThatThrownBy(() -> mojo(() -> {
                            throw harmless;
                        })
                        .execute())
                .isSameAs(harmless);
    }

    private void tellsNothing(Body body) {
        Throwable end = catchThrowable(() -> mojo(body).execute());
        StringWriter printed = new StringWriter();
        end.printStackTrace(new PrintWriter(printed, true));

        assertThat(end).isInstanceOfAny(MojoExecutionException.class, MojoFailureException.class);
        assertThat(printed.toString()).contains("***").doesNotContain(CANARY);
    }

    private Mojo mojo(Body body) {
        AbstractMigrationMojo mojo = new AbstractMigrationMojo() {
            @Override
            boolean skipGoal() {
                return false;
            }

            @Override
            void run() throws MojoExecutionException, MojoFailureException {
                secrets().add("the canary", CANARY);
                body.run();
            }
        };
        mojo.setLog(new Recorder());
        return mojo;
    }

    private final class Recorder extends SystemStreamLog {

        @Override
        public void debug(CharSequence content) {
            logged.add(content.toString());
        }

        @Override
        public void debug(Throwable error) {
            logged.add(text(error));
        }

        @Override
        public void info(CharSequence content) {
            logged.add(content.toString());
        }

        @Override
        public void warn(CharSequence content, Throwable error) {
            logged.add(content + text(error));
        }

        @Override
        public void error(Throwable error) {
            logged.add(text(error));
        }

        private String text(Throwable error) {
            StringWriter text = new StringWriter();
            error.printStackTrace(new PrintWriter(text, true));
            return text.toString();
        }
    }
}
