// Two states of a repository: the first release with an older text of its migration, and the second as it is now.
def releases = new File(basedir, 'src/main/resources/db/changelog/releases')
def script = { String name, String... lines ->
    releases.mkdirs()
    new File(releases, name).text = (['--liquibase formatted sql'] + lines.toList()).join('\n') + '\n'
}
def git = { String... words ->
    def said = new StringBuilder()
    def process = (['git', '-C', basedir.path, '-c', 'user.name=mia', '-c', 'user.email=mia@example.com'] + words.toList()).execute()
    process.waitForProcessOutput(said, said)
    assert process.exitValue() == 0: "git $words: $said"
}
def state = { String name ->
    git('add', '--all')
    git('commit', '--quiet', '-m', name)
    git('tag', name)
}

new File(basedir, '.gitignore').text = 'target/\nbuild.log\n'
git('init', '--quiet')
script('1.0.sql',
    '--changeset mia:item',
    'CREATE TABLE item (id bigint PRIMARY KEY, note text);',
    '--rollback DROP TABLE item;')
state('first')
script('1.0.sql',
    '--changeset mia:item',
    'CREATE TABLE item (id bigint PRIMARY KEY, note text, remark text);',
    '--rollback DROP TABLE item;')
script('1.1.sql',
    '--changeset mia:no-remark',
    'ALTER TABLE item DROP COLUMN remark;')
state('released')
script('1.2.sql',
    '--changeset mia:size',
    "SET LOCAL lock_timeout = '2s';",
    'ALTER TABLE item ADD COLUMN size_mm integer;',
    '--rollback ALTER TABLE item DROP COLUMN size_mm;')
true
