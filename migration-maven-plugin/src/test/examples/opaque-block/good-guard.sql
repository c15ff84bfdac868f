DO $$
BEGIN
    CREATE TYPE mood AS ENUM ('sad', 'happy');
EXCEPTION
    WHEN duplicate_object THEN NULL; -- a run before this one may have EXECUTEd it
END
$$;
