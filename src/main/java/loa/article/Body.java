package loa.article;

/**
 * The body of an article that is safe to publish, made by {@link Sanitizer}.
 *
 * @param html a fragment with absolute http and https addresses only
 * @param text what a reader sees of it, on one line
 */
public record Body(String html, String text) {}
