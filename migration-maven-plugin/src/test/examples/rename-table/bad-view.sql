alter view active_users rename to current_users;
