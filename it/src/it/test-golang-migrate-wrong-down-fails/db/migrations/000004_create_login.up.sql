CREATE TABLE login (
  user_id INTEGER NOT NULL REFERENCES users (id),
  at TIMESTAMP NOT NULL,
  PRIMARY KEY (user_id, at)
);
