def build = evaluate(new File(checks))

build.reported('target/migration/rollback')
build.metrics('target/migration/rollback').cells.each { cell ->
    assert cell.result == 'PASSED'
    // The last five are walked one by one; then everything goes down in one go.
    ['step-3', 'step-4', 'step-5', 'step-6', 'step-7'].each { name ->
        assert cell.steps.find { it.migration.split('::')[1] == name }.verdict == 'REVERSIBLE'
    }
    assert cell.descent.result == 'PASSED'
    assert cell.descent.migrations == 7
    assert cell.descent.stoppedAt == null
}

true
