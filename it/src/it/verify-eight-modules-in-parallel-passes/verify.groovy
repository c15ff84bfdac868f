import java.util.concurrent.TimeUnit

def build = evaluate(new File(checks))
def modules = ['billing', 'catalogue', 'customers', 'orders', 'payments', 'returns', 'shipping', 'stock']

def eachHasItsOwn = { File project, List<String> names ->
    names.each { module ->
        def document = new groovy.json.JsonSlurper().parse(new File(project, "$module/target/migration/metrics.json"), 'UTF-8')
        assert !document.gate.failed
        assert document.changelogs.collectMany { it.migrations }.collect { it.id.contains("create-$module") } == [true]
        assert document.cells.size() == (module in ['orders', 'payments'] ? 2 : 1)
    }
}
def nothingIsLeft = { File cache ->
    def runs = new File(cache, 'run')
    assert !runs.list(): "left in $runs: ${runs.list()}"
    assert !cache.list().any { it.startsWith('draft-') }: "half an entry in $cache"
    def processes = ProcessHandle.allProcesses().filter { it.info().commandLine().orElse('').contains(cache.path) }.toList()
    assert !processes: "still there: ${processes*.info()}"
}

eachHasItsOwn(basedir, modules)
nothingIsLeft(new File(basedir, 'target/cache'))
// Maven warns about goals that are not marked thread-safe.
build.neverSays('not marked as @threadSafe', 'are not marked thread-safe')

// One page about all of them, with links that lead somewhere.
def page = build.file('all/target/migration-aggregate/index.html').text
build.says('Every module passes')
modules.each { module ->
    assert page.contains(">$module<")
    assert page.contains("href=\"../../../$module/target/migration/report/index.html\"")
}
assert !page.contains('Without a run')

// Four builds at once on one cache that is empty.
def cache = new File(basedir, 'target/cache-of-four')
def settings = new File(basedir.parentFile, 'interpolated-settings.xml').path
def copies = (1..4).collect { number ->
    def copy = new File(basedir, "target/build-$number")
    ['pom.xml', 'orders', 'payments'].each { name ->
        def source = new File(basedir, name)
        if (source.file) {
            copy.mkdirs()
            new File(copy, name).text = source.text.replaceAll('<module>(?!orders|payments).*</module>', '')
        } else {
            source.eachFileRecurse(groovy.io.FileType.FILES) { file ->
                def target = new File(copy, basedir.toPath().relativize(file.toPath()).toString())
                if (!file.path.contains('target' + File.separator)) {
                    target.parentFile.mkdirs()
                    target.bytes = file.bytes
                }
            }
        }
    }
    copy
}
def builds = copies.collect { copy ->
    def maven = new ProcessBuilder(
            new File(System.getProperty('maven.home'), 'bin/mvn').path, '-B', '-o', '-T2', '-Daether.offline.protocols=file',
            '-s', settings, "-Dmaven.repo.local=$localRepositoryPath", "-Dcache=$cache", 'verify')
            .directory(copy).redirectErrorStream(true).redirectOutput(new File(copy, 'build.log'))
    maven.environment().put('MAVEN_OPTS', '-XX:TieredStopAtLevel=1')
    maven.start()
}
try {
    [builds, copies].transpose().each { maven, copy ->
        assert maven.waitFor(300, TimeUnit.SECONDS): "$copy does not end"
        assert maven.exitValue() == 0: new File(copy, 'build.log').text
    }
} finally {
    builds.each { it.destroyForcibly() }
}
copies.each { eachHasItsOwn(it, ['orders', 'payments']) }
nothingIsLeft(cache)

true
