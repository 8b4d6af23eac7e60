-- What lay in a store before its version 7: four articles, the third withdrawn, the second pinned.
INSERT INTO article (id, guid, source, link, title, published, first_seen, updated, changed, changed_at, content_hash,
                     withdrawn, added, pinned, next_look)
VALUES (1, 'tag:tin.example.vn,2026-02-01:portal/1', 'portal', 'https://xa.example.vn/1', 'Một',
        1769904000000, 1769904000000, 1769904000000, 2, 1769904000000, 'a', NULL, 1, FALSE, 1769990400000),
       (2, 'tag:tin.example.vn,2026-02-01:portal/2', 'portal', 'https://xa.example.vn/2', 'Hai',
        1769990400000, 1769990400000, 1769990400000, 4, 1769990400000, 'b', NULL, 3, TRUE, 1769990400000),
       (3, 'tag:tin.example.vn,2026-02-01:portal/3', 'portal', 'https://xa.example.vn/3', 'Ba',
        1770076800000, 1770076800000, 1770076800000, 9, 1770163200000, 'c', 1770163200000, 5, FALSE, 1769990400000),
       (4, 'tag:tin.example.vn,2026-02-01:tinh/1', 'tinh', 'https://tinh.example.vn/1', 'Bốn',
        1769904000000, 1770076800000, 1769904001000, 8, 1770076800000, 'd', NULL, 7, FALSE, 1769990400000);
INSERT INTO article_body (article_id, html)
VALUES (1, '<p>Nội dung một</p>'), (2, '<p>Nội dung hai</p>'), (3, '<p>Nội dung ba</p>'), (4, '<p>Nội dung bốn</p>');
INSERT INTO article_key (source, key, article_id, fingerprint)
VALUES ('portal', '/1', 1, 'x'), ('portal', '/2', 2, 'x'), ('portal', '/3', 3, 'x'), ('tinh', '/1', 4, 'x');
INSERT INTO article_category (category, published, article_id, number)
VALUES ('kinh-te', 1769904000000, 1, 1), ('kinh-te', 1769990400000, 2, 2), ('kinh-te', 1770076800000, 3, 3),
       ('kinh-te', 1769904000000, 4, 4), ('y-te', 1769990400000, 2, 1), ('y-te', 1770076800000, 3, 2);
INSERT INTO category_revision (category, revision, changed)
VALUES ('all', 5, 1770163200000), ('kinh-te', 5, 1770163200000), ('y-te', 3, 1770163200000);
INSERT INTO numbering (kind, last) VALUES ('changes', 9), ('guid portal', 3), ('guid tinh', 1);
