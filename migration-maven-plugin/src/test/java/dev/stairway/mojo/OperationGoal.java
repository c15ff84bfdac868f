package dev.stairway.mojo;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;

/** A goal on real databases with the parameters that Maven would give it, and all that it tells on any level. */
final class OperationGoal {

    /** In order; what is thrown comes as its text. */
    final List<String> logged = new ArrayList<>();

    private final Path project;

    /** @param project its directory */
    OperationGoal(Path project) {
        this.project = project;
    }

    /** @param parameters besides those that have a default */
    <T extends AbstractOperationMojo> T of(T mojo, String goal, Map<String, Object> parameters) {
        try {
            PluginDescriptor.read().defaults(goal).forEach((name, value) -> {
                if (!value.contains("${")) {
                    set(mojo, name, value);
                }
            });
        } catch (Exception e) {
            throw new AssertionError("The descriptor of the plugin cannot be read", e);
        }
        Map<String, Object> all = new HashMap<>(Map.of(
                "project", project(),
                "settings", new Settings(),
                "session", session(),
                "mojoExecution", new MojoExecution(new Plugin(), goal, "default-cli"),
                "outputDirectory", project.resolve("out").toFile()));
        if (mojo instanceof AbstractChangeMojo) {
            all.putAll(Map.of(
                    "mavenSession", session(),
                    "backupDirectory", project.resolve("backups").toFile()));
        }
        all.putAll(parameters);
        all.forEach((name, value) -> set(mojo, name, value));
        mojo.setLog(new Recorder());
        return mojo;
    }

    /** For goals that are none of these. */
    Log log() {
        return new Recorder();
    }

    private MavenProject project() {
        MavenProject maven = new MavenProject();
        maven.setFile(project.resolve("pom.xml").toFile());
        maven.setGroupId("com.example");
        maven.setArtifactId("shop");
        maven.setVersion("1.0");
        return maven;
    }

    /** Maven itself has no other way to make one. */
    @SuppressWarnings("deprecation")
    private static MavenSession session() {
        return new MavenSession(null, null, new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult());
    }

    private static void set(Object mojo, String name, Object value) {
        for (Class<?> type = mojo.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    fill(mojo, field, value);
                    return;
                }
            }
        }
        throw new AssertionError(mojo.getClass() + " has no parameter " + name);
    }

    private static void fill(Object mojo, Field field, Object value) {
        try {
            field.setAccessible(true);
            field.set(mojo, value instanceof String text ? converted(text, field.getType()) : value);
        } catch (IllegalAccessException e) {
            throw new AssertionError("Maven could not set <" + field.getName() + ">", e);
        }
    }

    private static Object converted(String text, Class<?> type) {
        if (type == int.class) {
            return Integer.parseInt(text);
        }
        if (type == long.class) {
            return Long.parseLong(text);
        }
        if (type == double.class) {
            return Double.parseDouble(text);
        }
        if (type == boolean.class) {
            return Boolean.parseBoolean(text);
        }
        return type == File.class ? new File(text) : text;
    }

    private final class Recorder extends SystemStreamLog {

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public void debug(CharSequence content) {
            logged.add(content.toString());
        }

        @Override
        public void debug(Throwable error) {
            logged.add(error.toString());
        }

        @Override
        public void info(CharSequence content) {
            logged.add(content.toString());
        }

        @Override
        public void warn(CharSequence content) {
            logged.add(content.toString());
        }

        @Override
        public void error(CharSequence content) {
            logged.add(content.toString());
        }
    }
}
