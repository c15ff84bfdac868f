CALL maintenance.clean_up();
