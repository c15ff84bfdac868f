drop type if exists "Mood";
