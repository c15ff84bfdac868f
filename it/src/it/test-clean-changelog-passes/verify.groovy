def build = evaluate(new File(checks))

build.reported()
['create-author', 'create-book', 'index-book-author'].each { build.verdictIs(it, 'REVERSIBLE') }
assert build.metrics().findings.isEmpty()
assert build.metrics().cells.collect { it.scenario }.toSet() == ['empty', 'sample'] as Set
assert build.metrics().cells.collect { it.result }.toSet() == ['PASSED'] as Set
assert build.databases().collect { it.split(' ')[0] } == ['sqlite', 'postgresql']

// A green run stays short and ends with one line that names the report.
assert build.pluginLines.size() <= 25: build.pluginLines.join('\n')
assert build.pluginLines.last().contains('index.html')
