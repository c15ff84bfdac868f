alter type "Shop"."Status" add value if not exists 'on hold';
