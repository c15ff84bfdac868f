def build = evaluate(new File(checks))

build.reported()
build.verdictIs('rename-sku-index', 'REVERSIBLE')
build.verdictIs('prices-in-cents', 'REVERSIBLE')
assert build.errors().isEmpty()
assert !build.metrics().gate.failed
['V001__sessions_of_customers', 'V002__carts_of_customers', 'V003__product_pages'].each { build.verdictIs(it, 'REVERSIBLE') }
true
