def build = evaluate(new File(checks))

build.reported()
build.failedByMigrations('unique-email')
// Customers of one release have one address twice, and nobody else does.
assert build.verdicts('unique-email').collect { cell, verdict -> [cell.tokenize('/').last(), verdict] } as Set ==
        [['empty', 'REVERSIBLE'], ['from-v1.0', 'REVERSIBLE'], ['acme', 'MIGRATION_FAILS']] as Set
assert build.verdicts('create-customers').findAll { !it.key.endsWith('/empty') }.values() as Set == ['NOT_COVERED'] as Set
def fixture = build.metrics().cells.find { it.scenario == 'from-v1.0' }.fixtures[0]
assert fixture.loads == 1 && fixture.loadedAfter.contains('::release-1::')
