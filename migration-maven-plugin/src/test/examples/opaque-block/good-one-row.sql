DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM app_options WHERE id = 7) THEN
        INSERT INTO app_options (id, value) VALUES (7, 'on');
    ELSE
        UPDATE app_options o SET value = 'on' WHERE o.id = 7;
    END IF;
END
$$;
