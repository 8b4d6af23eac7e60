ALTER TABLE article ADD COLUMN pinned BOOLEAN NOT NULL DEFAULT FALSE;

CREATE INDEX article_pinned ON article (published DESC, id DESC) WHERE pinned;

-- What the portal says of an article of which the operator says something else.
CREATE TABLE article_said (
    article_id   INTEGER PRIMARY KEY REFERENCES article (id),
    title        TEXT    NOT NULL,
    summary      TEXT,
    author       TEXT,
    credit       TEXT,
    image        TEXT,
    image_type   TEXT,
    image_length BIGINT,
    published    BIGINT  NOT NULL,
    withdrawn    BOOLEAN NOT NULL        -- whether the operator withdrew it
);
