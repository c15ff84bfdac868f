def build = evaluate(new File(checks))

def document = build.metrics('target/migration-first')
def cell = document.cells[0]

build.reported('target/migration-first')
assert cell.steps.size() == document.changelogs[0].migrations.size()
assert cell.steps.size() == 15
assert cell.schemaDigest && cell.dataDigest
println "Flowable: ${cell.steps.countBy { it.verdict }}"
// The plugin's Liquibase ran, not the older one among Flowable's dependencies.
assert document.changelogs[0].engineVersion.startsWith('4.33')

// Twice the same, the second time with every fast reading checked by a whole one.
assert build.conclusions('target/migration-first') == build.conclusions('target/migration-second')
assert !new File(basedir, 'target/migration-second/metrics.json').text.contains('fast-reading-missed')
