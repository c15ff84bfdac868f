def build = evaluate(new File(checks))

build.reported()
['create-tools', 'add-metadata', 'add-performance-index'].each { build.verdictIs(it, 'REVERSIBLE') }
def cells = build.metrics().cells
assert cells.size() == 2
cells.each { cell ->
    assert cell.result == 'PASSED': cell.id
    assert cell.descent.result == 'PASSED': cell.id
    assert cell.fixtures*.file == ['test_data/sample_tools.json']
    assert cell.fixtures[0].rows.values() as List == [100]
    assert cell.fixtures[0].loadedAfter.contains('::create-tools::')
    // The rows are there while the later migrations are walked, and no generated ones beside them.
    assert cell.steps[1].rowsBefore == 100: cell.id
}
assert build.metrics().findings.isEmpty()
assert build.file('target/migration/report/index.html').text.contains('test_data/sample_tools.json')
