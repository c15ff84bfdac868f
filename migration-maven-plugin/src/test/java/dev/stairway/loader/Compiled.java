package dev.stairway.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Classes and resources that a test makes, as a directory of a class path. */
public record Compiled(Path classes) {

    public static Compiled in(Path directory) throws IOException {
        return new Compiled(Files.createDirectories(directory));
    }

    /** A public class in package {@code p} or below that has only this. */
    public Compiled with(String className, String members) throws IOException {
        int dot = className.lastIndexOf('.');
        String text = "package " + className.substring(0, dot) + "; public class " + className.substring(dot + 1) + " {"
                + members + "}";
        Path source = Files.createDirectories(classes.resolveSibling(classes.getFileName() + "-sources"))
                .resolve(className.substring(dot + 1) + ".java");
        Files.writeString(source, text);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        OutputStream.nullOutputStream(),
                        "-proc:none",
                        "-cp",
                        classes.toString(),
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(result).isZero();
        return this;
    }

    public Compiled withFile(String name, String text) throws IOException {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }
}
