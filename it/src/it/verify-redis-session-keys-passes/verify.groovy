def build = evaluate(new File(checks))

build.reported()
build.verdictIs('V007__update_session_key_format', 'REVERSIBLE')
build.verdictIs('V008__warm_flag', 'REVERSIBLE')
assert build.metrics().findings.findAll { it.severity == 'ERROR' }.isEmpty()
assert build.metrics().cells.collect { it.scenario } as Set == ['empty', 'sample'] as Set
assert build.metrics().cells.every { it.database.startsWith('redis-') }
