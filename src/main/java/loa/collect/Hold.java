package loa.collect;

import java.net.URI;
import loa.language.Phrase;

/** What a listing shows was not taken, and why. */
public record Hold(URI listing, Phrase reason) {}
