--@ product sqlite
CREATE TRIGGER docs_gone AFTER DELETE ON docs BEGIN
    DELETE FROM docs_fts WHERE rowid = old.id;
END;
CREATE TRIGGER docs_newest AFTER UPDATE ON docs BEGIN
    DELETE FROM newest WHERE doc_id = old.id;
    INSERT INTO newest (doc_id, title) VALUES (new.id, new.title);
END;
