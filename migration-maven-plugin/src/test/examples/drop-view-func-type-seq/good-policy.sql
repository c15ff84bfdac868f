DROP POLICY IF EXISTS own_rows ON accounts;
CREATE POLICY own_rows ON accounts USING (owner = current_user);
