package loa.content;

import java.time.ZoneId;
import loa.article.Identity;

/**
 * What is known of a site whose articles' pages are read.
 *
 * @param source its name in feeds.yml
 * @param identity how its articles are known
 * @param zone in which it prints its dates
 */
public record Site(String source, Identity identity, ZoneId zone, ArticleSelectors selectors) {}
