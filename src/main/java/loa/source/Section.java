package loa.source;

import java.net.URI;

/** A page of links, with all that follow it, which lists the articles of a category. */
public record Section(String category, URI address) {}
