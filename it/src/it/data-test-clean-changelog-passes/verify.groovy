def build = evaluate(new File(checks))
def output = 'target/migration/data-test'

build.reported(output)
['create-author', 'create-book', 'index-book-author'].each { build.verdictIs(it, 'REVERSIBLE', output) }
def cells = build.metrics(output).cells
assert cells.collect { it.scenario }.toSet() == ['large'] as Set
assert cells.collect { it.rowsPerTable }.toSet() == [10000] as Set
assert cells.collect { it.result }.toSet() == ['PASSED'] as Set
// The index was built over both tables full of rows.
assert cells.every { it.steps.last().rowsBefore >= 20000 }
assert build.databases(output).collect { it.split(' ')[0] } == ['sqlite', 'postgresql']
