def build = evaluate(new File(checks))

build.reported()
build.verdictIs('drop-shoe-size', 'REVERSIBLE_WITH_DATA_LOSS')
assert build.errors().isEmpty()
build.metrics().cells.each { cell ->
    def loss = cell.steps.find { it.migration.contains('::drop-shoe-size::') }.dataLoss
    assert loss.size() == 1
    assert loss[0].table.endsWith('employee') && loss[0].column == 'shoe_size' && loss[0].rows == 12 && loss[0].declared
}

true
