def build = evaluate(new File(checks))

// Every cell is in exactly one shard.
def shards = (1..3).collect { build.metrics("target/shards/$it") }
def whole = build.metrics('target/whole')
assert shards*.cells.flatten()*.id.sort() == whole.cells*.id.sort()
assert shards*.run.shard.matrix.unique().size() == 1
shards.eachWithIndex { shard, i -> assert shard.run.shard.index == i + 1 && shard.run.shard.count == 3 }

// Put together they are the whole run, apart from times.
def merged = build.metrics('target/migration-aggregate')
def withoutTimes
withoutTimes = { node ->
    node instanceof Map
        ? node.findAll { name, value -> !(name =~ /(?i)millis$/) && !(name in ['startedAt', 'tool', 'shard']) }
            .collectEntries { name, value -> [name, withoutTimes(value)] }
        : node instanceof List ? node.collect { withoutTimes(it) } : node
}
assert withoutTimes(merged) == withoutTimes(whole)
build.reported('target/migration-aggregate')
['migration.sarif', 'codequality.json', 'metrics.prom'].each { build.file("target/migration-aggregate/$it") }

// One gate, for the reasons of the whole run.
assert merged.gate.failed && merged.gate.reasons == whole.gate.reasons
assert build.log =~ /rollback-incomplete: .*rename-endpoint-index/

// Before the last one had run, it was missed by name and by its cells.
build.says('Shard 3 of 3 is missing', 'not walked: db/changelog/db.changelog-master.sql on postgresql:17, empty', 'Run it again with -Dmigration.shard=3/3')
build.says("<shard> is '9/8'", 'the last shard is 8')
build.says('of 4 cells; goal report-aggregate puts all shards together')
