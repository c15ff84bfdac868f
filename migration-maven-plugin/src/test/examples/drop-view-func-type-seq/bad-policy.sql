DROP POLICY own_rows ON accounts;
