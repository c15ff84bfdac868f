// The plugin asks the git of the machine, as its users do.
try {
    return ['git', '--version'].execute().waitFor() == 0
} catch (IOException missing) {
    return false
}
