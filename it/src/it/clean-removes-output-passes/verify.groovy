def build = evaluate(new File(checks))

build.hasNo('target/migration')
// Only its own output: the user's files stay.
build.file('src/main/resources/db/changelog/db.changelog-master.xml')

true
