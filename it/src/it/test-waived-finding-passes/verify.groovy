def build = evaluate(new File(checks))

build.reported()
build.verdictIs('without-rollback', 'IRREVERSIBLE')
assert build.metrics().findings.findAll { it.migration.contains('::without-rollback::') }.every { it.waiver == 'reference data, see ADR 7' }
