--@ also drop-index
drop index if exists public.idx_a, "Idx B" restrict;
