--@ migration 002 transactional=false
CREATE INDEX ON public.users (lower(email));
