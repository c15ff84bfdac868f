UPDATE email_templates SET body = 'Hello' WHERE template_name = 'welcome';
UPDATE countries SET title = 'Türkiye' WHERE iso_code = 'TR';
DELETE FROM role_permissions WHERE role_id = 5;
DELETE FROM role_permissions WHERE permission_id IN (SELECT id FROM permissions WHERE name = 'export');
UPDATE "Users" SET "isAdmin" = true WHERE "userId" = 1;
