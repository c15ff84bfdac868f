def build = evaluate(new File(checks))

def runs = ['maven-floor', 'maven-3', 'maven-4', 'liquibase-5'].collect { "target/migration-$it" }
runs.each { build.reported(it) }

// They really were different.
assert runs[0..2].collect { build.metrics(it).run.tool.maven }.toSet().size() == 3
assert build.metrics(runs[0]).changelogs[0].engineVersion.startsWith('4.')
assert build.metrics(runs[3]).changelogs[0].engineVersion.startsWith('5.')

def expected = build.conclusions(runs[0])
assert expected.findings
runs.drop(1).each { assert build.conclusions(it) == expected: "$it differs" }

true
