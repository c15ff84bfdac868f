package dev.stairway.mojo;

import dev.stairway.database.provider.BinaryResolver;
import dev.stairway.database.provider.UsualVersions;
import dev.stairway.engine.Engine;
import dev.stairway.fork.Fork;
import dev.stairway.fork.ForkRequest;
import dev.stairway.fork.ForkedJvm;
import dev.stairway.fork.KnownLibraries;
import dev.stairway.secret.MaskedConsole;
import dev.stairway.secret.MaskedLines;
import dev.stairway.secret.Secrets;
import dev.stairway.suite.Ending;
import dev.stairway.suite.Engines;
import dev.stairway.suite.Listeners;
import dev.stairway.suite.ServerOptions;
import dev.stairway.suite.Suite;
import dev.stairway.suite.SuiteOptions;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.maven.plugin.logging.Log;
import org.slf4j.LoggerFactory;

/** Plays a walk in a JVM of its own, or in Maven's. */
final class Walking {

    /** Of the JVM itself; everything else is the build's, and changelogs may ask for it. */
    private static final List<String> INTERNAL = List.of(
            "java.",
            "jdk.",
            "sun.",
            "os.",
            "user.",
            "file.",
            "path.",
            "line.",
            "native.",
            "awt.",
            "maven.home",
            "maven.conf",
            "classworlds.",
            "library.jansi.");

    private final BinaryResolver resolver;
    private final ServerOptions servers;
    private final Set<String> declared;
    private final Log log;
    private final Secrets secrets;

    /**
     * @param servers where they come from
     * @param declared dependencies that the user gave to this plugin
     * @param secrets that nothing may tell
     */
    Walking(BinaryResolver resolver, ServerOptions servers, Set<String> declared, Log log, Secrets secrets) {
        this.resolver = resolver;
        this.servers = servers;
        this.declared = declared;
        this.log = log;
        this.secrets = secrets;
    }

    /**
     * @param options with changelogs of the given class loader
     * @param project class loader of its test class path
     */
    Ending here(SuiteOptions options, ClassLoader project) throws InterruptedException {
        warn(options);
        Map<String, Engine> engines = Engines.all(servers.redis(), declared);
        try (MaskedConsole console = MaskedConsole.open(secrets.mask())) {
            return Ending.of(new Suite(
                            options,
                            engines,
                            servers.providers(resolver, project),
                            Listeners.of(options, secrets.mask(), log::info),
                            Clock.systemUTC())
                    .hiding(secrets.mask())
                    .taking(new UsualVersions(project))
                    .besides(
                            servers.measuring().providers(resolver, project),
                            servers.archiving().providers(resolver, project))
                    .run());
        } finally {
            Engines.close(engines);
        }
    }

    /** @param argLine of the user; null for none */
    Ending forked(SuiteOptions options, List<Path> testClassPath, String argLine) throws InterruptedException {
        warn(options);
        List<String> arguments = argLine == null || argLine.isBlank()
                ? List.of()
                : List.of(argLine.trim().split("\\s+"));
        ForkedJvm jvm = new ForkedJvm(
                Path.of(System.getProperty("java.home")),
                pluginClassPath(),
                arguments,
                KnownLibraries.of(testClassPath, declared));
        ForkRequest request = new ForkRequest(options, testClassPath, servers, properties(), secrets.values());
        try (MaskedLines printed = secrets.mask().lines(log::info)) {
            return new Fork(jvm, resolver, log::info, printed).run(request);
        }
    }

    private void warn(SuiteOptions options) {
        secrets.weak()
                .forEach(owner -> log.warn("Not hidden everywhere: " + owner
                        + ", which is shorter than four characters or a word of every output. Choose another one"));
        RedisServerSettings.unused(servers.redis().target(), options.changelogs(), options.databases())
                .ifPresent(log::warn);
    }

    /** True when the class path of the plugin can be told, which every Maven so far lets it. */
    static boolean canFork() {
        return Walking.class.getClassLoader() instanceof URLClassLoader;
    }

    /** The jars of the plugin, and the logging façade, which Maven keeps for itself. */
    private static List<Path> pluginClassPath() {
        List<URL> urls = new ArrayList<>(Arrays.asList(((URLClassLoader) Walking.class.getClassLoader()).getURLs()));
        urls.add(LoggerFactory.class.getProtectionDomain().getCodeSource().getLocation());
        return urls.stream().map(Walking::path).toList();
    }

    private static Path path(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a class path element: " + url, e);
        }
    }

    private static Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            if (INTERNAL.stream().noneMatch(name::startsWith)) {
                properties.put(name, System.getProperty(name));
            }
        }
        return properties;
    }
}
