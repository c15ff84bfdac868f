def build = evaluate(new File(checks))

def cell = build.metrics('target/migration-first').cells[0]

build.reported('target/migration-first')
// To the end: every migration has a verdict, and none is there because the walk had lost its way.
assert cell.steps.size() == build.metrics('target/migration-first').changelogs[0].migrations.size()
assert cell.steps.size() >= 210
assert cell.schemaDigest && cell.dataDigest
def verdicts = cell.steps.countBy { it.verdict }
println "Keycloak: $verdicts"
assert cell.steps.count { it.verdict == 'NOT_COVERED' && it.reason.contains('needs a running Keycloak') } == 16
assert verdicts.IRREVERSIBLE > 40
assert verdicts.REVERSIBLE > 50

// Twice the same.
assert build.conclusions('target/migration-first') == build.conclusions('target/migration-second')
// Which only a run with -Dmigration.paranoid could say.
assert !new File(basedir, 'target/migration-second/metrics.json').text.contains('fast-reading-missed')
