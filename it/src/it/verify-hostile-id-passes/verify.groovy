def build = evaluate(new File(checks))

build.reported()
def report = build.file('target/migration/report/index.html').getText('UTF-8')
assert !report.contains('<script>alert(1)')
assert !report.contains('<img src=x')
assert report.contains('&lt;script&gt;alert(1)&lt;/script&gt;')
assert report.contains('long-name-' * 25)
// Every output is still what it claims to be.
new File(basedir, 'target/migration').eachFileMatch(~/TEST-.*\.xml/) { new groovy.xml.XmlParser().parse(it) }
assert build.metrics().cells.every { it.result == 'PASSED' && it.steps.size() == 3 }
