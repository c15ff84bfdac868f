def build = evaluate(new File(checks))

build.reported()
build.verdictIs('rename-sku-index', 'REVERSIBLE')
build.verdictIs('prices-in-cents', 'REVERSIBLE')
assert build.errors().isEmpty()
assert !build.metrics().gate.failed
