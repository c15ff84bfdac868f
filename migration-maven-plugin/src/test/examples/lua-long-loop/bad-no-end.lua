while true do
end
--@ down
-- Nothing has to be taken back: the keys are filled anew by the application.
