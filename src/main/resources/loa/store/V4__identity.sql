-- What an article can be found again by when its address has changed: hashes of its title, of runs of words in its text, and
-- of the numbers in its address. Those of former texts and addresses stay.
CREATE TABLE article_trace (
    trace      BIGINT  NOT NULL,
    published  BIGINT  NOT NULL, -- as in article: of many with one trace the nearest in time are looked at
    article_id INTEGER NOT NULL REFERENCES article (id),
    PRIMARY KEY (trace, published, article_id)
) WITHOUT ROWID;

-- Where numbers stand in the addresses of a source: one that never names a second article is the articles' own.
CREATE TABLE number_place (
    source   TEXT   NOT NULL,
    place    TEXT   NOT NULL,
    articles BIGINT NOT NULL, -- articles that have a number there
    repeats  BIGINT NOT NULL, -- those whose number another one had before
    PRIMARY KEY (source, place)
) WITHOUT ROWID;

-- By which rules the keys of a source were made.
CREATE TABLE source_rules (
    source TEXT PRIMARY KEY,
    rules  TEXT NOT NULL
) WITHOUT ROWID;

ALTER TABLE article ADD COLUMN next_look     BIGINT NOT NULL DEFAULT 0; -- when its page is to be looked at again
ALTER TABLE article ADD COLUMN missing_since BIGINT;                    -- when its address was first found gone
ALTER TABLE article ADD COLUMN added         BIGINT NOT NULL DEFAULT 0; -- number of the change by which it came
ALTER TABLE article ADD COLUMN restored      BIGINT NOT NULL DEFAULT 0; -- number of the change by which it last came back

UPDATE article SET added = changed;

CREATE INDEX article_next_look ON article (source, next_look);
