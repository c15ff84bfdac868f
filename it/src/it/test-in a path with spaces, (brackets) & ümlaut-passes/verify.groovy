def build = evaluate(new File(checks))

build.reported()
assert build.metrics().cells.collect { it.result }.toSet() == ['PASSED'] as Set
