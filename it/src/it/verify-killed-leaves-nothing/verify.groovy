import java.util.concurrent.TimeUnit

def build = evaluate(new File(checks))

// The build has run once to its end; now it is stopped in the middle of a migration.
// Ctrl-C (SIGINT) ends a JVM as SIGTERM does, but a build that runs in the background may have it ignored.
build.reported()
def runs = new File(basedir, 'target/cache/run')
def empty = { !runs.exists() || !runs.list() }
assert empty()

def within = { int seconds, String what, Closure reached ->
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
    while (!reached()) {
        assert System.nanoTime() < deadline: "not within $seconds s: $what"
        Thread.sleep(50)
    }
}

['TERM', 'KILL'].each { signal ->
    def log = new File(basedir, "stopped-by-${signal}.log")
    def maven = new ProcessBuilder(
            new File(System.getProperty('maven.home'), 'bin/mvn').path, '-B', '-o', '-Daether.offline.protocols=file',
            '-s', new File(basedir.parentFile, 'interpolated-settings.xml').path,
            "-Dmaven.repo.local=$localRepositoryPath", '-Dseconds=600', 'verify')
            .directory(basedir).redirectErrorStream(true).redirectOutput(log).start()
    try {
        within(120, "a server while walking, see $log") { log.text.contains('Walking') && maven.descendants().count() > 3 }
        def servers = maven.descendants().toList()
        assert ['kill', "-$signal", maven.pid()].execute().waitFor() == 0
        assert maven.waitFor(30, TimeUnit.SECONDS): "Maven goes on after SIG$signal"
        within(30, "no process is left after SIG$signal") { servers.every { !it.alive } }
        within(30, "no directory is left after SIG$signal") { empty() }
        // Instead of the whole reports of the run before.
        def metrics = build.metrics()
        assert metrics.findings*.title == ['The run was cancelled']: metrics.findings
        assert metrics.gate.failed
    } finally {
        maven.destroyForcibly()
    }
}

true
