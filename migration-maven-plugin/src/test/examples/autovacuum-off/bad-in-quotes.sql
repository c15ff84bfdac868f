alter table app."Events" set (AUTOVACUUM_ENABLED = 'off', toast.autovacuum_enabled = true);
