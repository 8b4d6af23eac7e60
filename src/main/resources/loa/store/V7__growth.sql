-- What a category shows, what it has lost and its archive are each read from one index, however many articles there are.

ALTER TABLE article_category RENAME TO former_category;

CREATE TABLE article_category (
    article_id INTEGER NOT NULL REFERENCES article (id),
    category   TEXT    NOT NULL,
    number     INTEGER NOT NULL, -- in the order in which the category got its articles, from 1 on
    published  BIGINT  NOT NULL, -- as in article
    withdrawn  BIGINT,           -- as in article
    PRIMARY KEY (article_id, category)
) WITHOUT ROWID;

INSERT INTO article_category (article_id, category, number, published, withdrawn)
SELECT f.article_id, f.category, f.number, f.published, a.withdrawn
FROM former_category f JOIN article a ON a.id = f.article_id
ORDER BY f.article_id, f.category;

DROP TABLE former_category;

CREATE UNIQUE INDEX article_category_number ON article_category (category, number);

CREATE INDEX article_category_newest ON article_category (category, withdrawn, published DESC, article_id DESC);

CREATE INDEX article_category_withdrawn ON article_category (category, withdrawn DESC, article_id DESC)
    WHERE withdrawn IS NOT NULL;

DROP INDEX article_newest;
DROP INDEX article_withdrawn;
DROP INDEX article_pinned;

CREATE INDEX article_newest ON article (withdrawn, published);
CREATE INDEX article_withdrawn ON article (withdrawn) WHERE withdrawn IS NOT NULL;
CREATE INDEX article_pinned ON article (published) WHERE pinned;
CREATE INDEX article_source ON article (source);
