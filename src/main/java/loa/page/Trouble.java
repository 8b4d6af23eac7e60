package loa.page;

import java.net.URI;
import loa.language.Phrase;

/** Something at this address could not be read, and why. */
public record Trouble(URI address, Phrase reason) {}
