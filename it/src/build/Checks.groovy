import groovy.json.JsonSlurper

/** What the verify scripts ask of a finished build. Every check fails with what it looked for and where. */
class FinishedBuild {

    final File basedir

    FinishedBuild(File basedir) {
        this.basedir = basedir
    }

    String getLog() {
        new File(basedir, 'build.log').getText('UTF-8')
    }

    /** What this plugin's goals said, line by line, without Maven's level prefix. */
    List<String> getPluginLines() {
        boolean ours = false
        log.readLines().findAll { line ->
            boolean header = line.startsWith('[INFO] ---') || line.startsWith('[INFO] >>>')
            if (header || line =~ /^\[INFO\] (-{40,}|Reactor Summary|BUILD )/) {
                ours = header && line.contains('migration') && !line.contains('(default-cli) < ')
                return false
            }
            ours
        }.collect { it.replaceFirst(/^\[\w+\] ?/, '') }.findAll()
    }

    /** The message that failed the build, line by line, without Maven's level prefix. */
    List<String> getFailureLines() {
        def lines = log.readLines()
        int first = lines.findIndexOf { it =~ /^\[ERROR\] Failed to execute goal .*migration-maven-plugin/ }
        if (first < 0) {
            return []
        }
        int last = lines.findIndexOf(first) { it.contains('-> [Help 1]') }
        lines[first..last].collect {
            it.replaceFirst(/^\[ERROR\] (Failed to execute goal .* on project \S+: )?/, '').replaceFirst(/ ?-> \[Help 1\]$/, '')
        }.findAll()
    }

    /** Set-up: lays shared files over the project before it is built. */
    void takes(File shared) {
        def source = new File(shared, 'src/main/resources')
        assert source.isDirectory()
        source.eachFileRecurse(groovy.io.FileType.FILES) { file ->
            def target = new File(basedir, 'src/main/resources/' + source.toPath().relativize(file.toPath()))
            target.parentFile.mkdirs()
            target.bytes = file.bytes
        }
    }

    /** The metrics document of the build or of one of its modules. */
    def metrics(String directory = 'target/migration') {
        new JsonSlurper().parse(file("$directory/metrics.json"), 'UTF-8')
    }

    File file(String path) {
        def found = new File(basedir, path)
        assert found.isFile() && found.length() > 0: "expected a file that is not empty: $found"
        found
    }

    void hasNo(String path) {
        assert !new File(basedir, path).exists(): "should not be there: ${new File(basedir, path)}"
    }

    /** Every text is in the log. */
    void says(String... texts) {
        texts.each { text -> assert log.contains(text): "the log of ${basedir.name} does not say: $text" }
    }

    void neverSays(String... texts) {
        texts.each { text -> assert !log.contains(text): "the log of ${basedir.name} says: $text" }
    }

    /** No output of a run tells a secret in any encoding: its files, and the log of the build. */
    void tellsNothingOf(String secret, String directory) {
        def outputs = [new File(basedir, 'build.log')]
        new File(basedir, directory).eachFileRecurse(groovy.io.FileType.FILES) { outputs << it }
        assert outputs.size() > 4
        outputs.each { output ->
            def text = output.getText('ISO-8859-1').toLowerCase(Locale.ROOT)
            encodings(secret).each { name, encoded ->
                assert !text.contains(encoded.toLowerCase(Locale.ROOT)): "$output tells the secret: $name"
            }
        }
    }

    private static Map<String, String> encodings(String secret) {
        byte[] bytes = secret.getBytes('UTF-8')
        def url = URLEncoder.encode(secret, 'UTF-8')
        def each = { Closure written -> secret.collect { written(it as char) }.join() }
        [
            plain: secret,
            'its first two thirds': secret.take((int) (secret.size() * 2 / 3)),
            'its last two thirds': secret.drop((int) (secret.size() / 3)),
            backwards: secret.reverse(),
            url: url,
            'url twice': URLEncoder.encode(url, 'UTF-8'),
            'per cent': bytes.collect { String.format('%%%02X', it) }.join(),
            base64: bytes.encodeBase64().toString().replaceAll('=+$', '').dropRight(1),
            'base64 for URLs': bytes.encodeBase64Url().toString().replaceAll('=+$', '').dropRight(1),
            'base64 after one byte': ('u' + secret).getBytes('UTF-8').encodeBase64().toString().substring(2).replaceAll('=+$', '').dropRight(1),
            'base64 after two bytes': ('us' + secret).getBytes('UTF-8').encodeBase64().toString().substring(3).replaceAll('=+$', '').dropRight(1),
            'base64 of UTF-16': secret.getBytes('UTF-16LE').encodeBase64().toString().replaceAll('=+$', '').dropRight(1),
            hexadecimal: bytes.encodeHex().toString(),
            'hexadecimal UTF-16': secret.getBytes('UTF-16BE').encodeHex().toString(),
            'bytes of Java': bytes.toList().join(', '),
            'characters of Java': secret.toList().join(', '),
            'unicode escapes': each { String.format('\\u%04x', (int) it) },
            'unicode escapes in JSON': each { String.format('\\\\u%04x', (int) it) },
            'decimal entities': each { "&#${(int) it};" },
            'hexadecimal entities': each { "&#x${Integer.toHexString((int) it)};" },
            octal: each { String.format('\\%03o', (int) it) },
            slashes: secret.replace('/', '\\/'),
            'UTF-16 as Latin-1': each { it.toString() + '\u0000' }
        ]
    }

    /** The three artefacts that every run leaves, also a failed one. */
    void reported(String directory = 'target/migration') {
        file("$directory/metrics.json")
        file("$directory/report/index.html")
        file("$directory/summary.md")
        def tests = new File(basedir, directory).list().findAll { it.startsWith('TEST-') && it.endsWith('.xml') }
        assert tests: "no TEST-*.xml in $directory"
        assert log.readLines().any { it.contains('index.html') }: 'the log does not name the report'
    }

    /** Set-up trouble: Maven's own wording for a MojoExecutionException, and the next step. */
    void failedBySetup(String... texts) {
        assert log.contains('MojoExecutionException'): "${basedir.name} should fail with MojoExecutionException"
        says(texts)
        says('Next: ')
    }

    /** A changelog that cannot be read: either kind of failure, but never a stack trace instead of a next step. */
    void failsNamed(String... texts) {
        assert log.contains('MojoFailureException') || log.contains('MojoExecutionException')
        says(texts)
        says('Next: ')
        neverSays('\tat dev.stairway', 'NullPointerException')
    }

    /** Trouble with the migrations: Maven's own wording for a MojoFailureException. */
    void failedByMigrations(String... texts) {
        assert log.contains('MojoFailureException'): "${basedir.name} should fail with MojoFailureException"
        says(texts)
    }

    /** Verdicts of one migration, by its id or Liquibase's middle part of it, over all cells: cell id to verdict. */
    Map<String, String> verdicts(String name, String directory = 'target/migration') {
        def found = metrics(directory).cells.collectEntries { cell ->
            def step = cell.steps.find { name in [it.migration, it.migration.split('::').drop(1).find()] }
            step ? [(cell.id): step.verdict] : [:]
        }
        assert found: "no verdict for migration $name"
        found
    }

    /** The migration has this verdict in every cell. */
    void verdictIs(String name, String verdict, String directory = 'target/migration') {
        verdicts(name, directory).each { cell, actual -> assert actual == verdict: "$name in $cell is $actual" }
    }

    /** Findings that fail a build, or would without a waiver. */
    List errors(String directory = 'target/migration') {
        metrics(directory).findings.findAll { it.severity == 'ERROR' }
    }

    /** Products and versions that ran, for example {@code postgresql 18}. */
    List<String> databases(String directory = 'target/migration') {
        metrics(directory).databases.collect { "$it.product $it.version".toString() }
    }

    /** What two runs have to agree on: findings and verdicts without times. */
    def conclusions(String directory) {
        def document = metrics(directory)
        [
            findings: document.findings.collect { it.subMap('rule', 'severity', 'migration', 'database', 'scenario', 'title', 'evidence') },
            verdicts: document.cells.collect { cell -> [cell.id, cell.result, cell.schemaDigest, cell.dataDigest, cell.steps.collect { [it.migration, it.verdict] }] }
        ]
    }
}

new FinishedBuild(basedir)
