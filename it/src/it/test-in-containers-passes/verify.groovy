def build = evaluate(new File(checks))

build.reported()
def metrics = build.metrics()
assert metrics.databases*.provider as Set == ['embedded', 'container'] as Set
assert metrics.databases*.version as Set == ['17'] as Set
// What is seen of the migrations does not depend on where the server runs.
assert metrics.cells.collect { [it.scenario, it.schemaDigest, it.dataDigest] }.toSet().size() == 2
build.says('(container, throw-away)', '(embedded, throw-away)')
