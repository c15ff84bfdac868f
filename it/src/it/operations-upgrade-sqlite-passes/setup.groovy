// An empty file is a new database.
assert new File(basedir, 'shop.db').createNewFile()
