package loa.listing;

import java.net.URI;

/** A section of a portal, as its menu names it. */
public record PortalSection(String title, URI address) {}
