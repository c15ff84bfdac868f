CREATE TABLE shelf_books (
    shelf_id bigint REFERENCES shelves (id) ON DELETE SET DEFAULT,
    book_id bigint REFERENCES books (id) ON DELETE SET DEFAULT,
    PRIMARY KEY (shelf_id, book_id)
);
CREATE INDEX shelf_books_book_idx ON shelf_books (book_id);
