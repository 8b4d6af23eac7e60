-- As shown; beside an article that was not kept yet stands what stood in its place before, for it may be the same.
ALTER TABLE listing ADD COLUMN places TEXT NOT NULL DEFAULT '';
UPDATE listing SET places = shown;
