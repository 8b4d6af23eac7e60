package loa.content;

/** What an article's page is asked for. */
public enum Field {
    TITLE,
    PUBLISHED,
    AUTHOR,
    SUMMARY,
    BODY,
    IMAGE
}
