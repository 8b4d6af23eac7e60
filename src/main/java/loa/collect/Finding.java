package loa.collect;

import loa.article.ParsedArticle;
import loa.source.Candidate;

/** An article that was read and is not kept yet. */
record Finding(Candidate candidate, ParsedArticle article) {}
