def build = evaluate(new File(checks))

build.reported()
build.failedByMigrations('unique-position')
build.verdicts('unique-position').each { cell, verdict ->
    assert verdict == (cell.endsWith('/sample') ? 'MIGRATION_FAILS' : 'REVERSIBLE'): cell
}
build.verdictIs('create-switch', 'REVERSIBLE')
// The server's own words are in the evidence.
def failures = build.errors().findAll { it.migration.contains('::unique-position::') }
assert failures.every { it.evidence.join(' ').toLowerCase().contains('unique') }: failures
// The walk went on: nothing is left without a verdict.
assert build.metrics().cells.every { it.steps.size() == 3 }
