def build = evaluate(new File(checks))

def profile = new groovy.json.JsonSlurper().parse(build.file('.migration/profile.json'))
assert profile.tables.customer.rows == 1500
assert profile.tables.customer.columns.state.topFrequencies == [0.9, 0.1]
assert profile.tables.customer.columns.note.nullFraction == 0.5
assert !build.file('.migration/profile.json').text.contains('rich')
// As many rows as in the shop, whatever largeRows says.
build.reported()
assert build.metrics().cells[0].steps[1].rowsBefore == 1500
build.verdictIs('add-index', 'REVERSIBLE')
