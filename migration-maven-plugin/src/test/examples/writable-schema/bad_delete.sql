DELETE FROM sqlite_schema WHERE name = 'users_idx';
