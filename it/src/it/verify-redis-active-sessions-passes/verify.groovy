def build = evaluate(new File(checks))

build.reported()
build.verdictIs('V007__update_session_key_format', 'REVERSIBLE')
assert build.metrics().findings.isEmpty(): build.metrics().findings
assert build.metrics().cells.collect { it.scenario } as Set == ['empty', 'sample'] as Set
