package loa.collect;

import loa.article.Candidate;
import loa.article.ParsedArticle;

/** An article that was read and is not kept yet. */
record Finding(Candidate candidate, ParsedArticle article) {}
