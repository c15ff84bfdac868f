def build = evaluate(new File(checks))

build.reported()
build.failedByMigrations('fixture-not-loaded')
def refused = build.errors().findAll { it.rule == 'fixture-not-loaded' }
assert refused.size() == 2: 'one on each database'
refused.each { finding ->
    assert finding.evidence[0].startsWith('test_data/sample_tools.csv:4 (record 3), table '): finding
    assert finding.evidence[1].contains('name'): finding
    assert finding.remedy
}
assert refused.any { it.evidence[0].contains('postgresql') } && refused.any { it.evidence[0].contains('sqlite') }
// The walk went on with generated rows, and with none of the two good rows before the bad one.
def cells = build.metrics().cells
assert cells*.fixtures.flatten()*.loads == [0, 0]
assert cells.every { it.steps.size() == 3 && it.steps[1].rowsBefore == 20 }
