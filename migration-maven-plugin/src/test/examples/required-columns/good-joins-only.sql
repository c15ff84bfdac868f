CREATE TABLE shelf_books (
    shelf_id bigint REFERENCES shelves (id) ON DELETE RESTRICT,
    book_id bigint REFERENCES books (id) ON DELETE RESTRICT,
    PRIMARY KEY (shelf_id, book_id)
);
