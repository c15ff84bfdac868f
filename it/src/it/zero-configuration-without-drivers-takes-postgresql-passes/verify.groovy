def build = evaluate(new File(checks))

build.reported()
assert build.metrics().databases.collect { it.product } == ['postgresql']
