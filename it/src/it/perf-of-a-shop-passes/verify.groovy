def build = evaluate(new File(checks))

// Two goals in one build, and neither overwrites what the other wrote.
build.reported()
build.reported('target/migration/perf')
assert build.metrics().cells.size() == 2
assert build.metrics().performance == null

def document = build.metrics('target/migration/perf')
assert document.cells.isEmpty()
assert document.gate.failed == false
def performance = document.performance
assert performance.repetitions == 2
assert performance.cells.collect { it.rows } == [0, 10, 100, 0, 10, 100]
performance.cells.each { cell ->
    assert cell.result == 'MEASURED': cell
    assert cell.steps.size() == 4
    cell.steps.each { step ->
        assert step.up.millis.size() == 2
        assert step.down.millis.size() == 2
        assert !step.up.counters.isEmpty()
    }
    assert cell.recoveries.collect { it.migrations } == [1, 2, 3, 4]
}

// Growth is told for every migration, locks and clients where most rows are.
assert performance.scaling.findAll { it.metric == 'millis' && it.direction == 'up' }.size() == 8
def largest = performance.cells.find { it.database.startsWith('postgresql') && it.rows == 100 }
def index = largest.steps.find { it.migration.contains('index-orders') }
assert index.up.statements.any { statement -> statement.locks.any { it.mode == 'ShareLock' && it.blocks.contains('WRITES') } }
assert index.up.traffic.collect { it.kind }.containsAll(['READ', 'WRITE', 'WORKLOAD']): index.up.traffic

// One table line per cell, and one last line that names the report.
assert build.pluginLines.last() =~ /Performance: 4 migrations in 6 cells, measured 2 times, 0 errors, .*not compared \(no baseline\).*index\.html/
