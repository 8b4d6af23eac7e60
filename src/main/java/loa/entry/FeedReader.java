package loa.entry;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import loa.fetch.FetchResult.Fetched;
import loa.language.Phrase;
import loa.page.PageText;
import loa.page.Trouble;
import org.jdom2.Document;

/** Reads feeds: RSS, RDF and Atom, or JSON Feed, whichever it is. */
public final class FeedReader {

    private FeedReader() {}

    /** What the feed lists, in its order. */
    public static Entries read(Fetched fetched, ZoneId zone, Consumer<Trouble> troubles) throws UnreadableException {
        return switch (Format.of(fetched)) {
            case XML -> XmlFeed.read(document(fetched, troubles), fetched.address(), zone);
            case JSON -> JsonReader.read(fetched, Optional.empty(), Map.of(), zone, troubles);
            case HTML, OTHER -> throw UnreadableException.ofAnotherKind(fetched);
        };
    }

    private static Document document(Fetched fetched, Consumer<Trouble> troubles) throws UnreadableException {
        String xml = PageText.decode(fetched.body(), fetched.body().length, fetched.charset());
        try {
            return StrictXml.parse(xml);
        } catch (UnreadableException broken) {
            String mended = Mending.mend(xml);
            if (mended.equals(xml)) {
                throw broken;
            }
            Document document = StrictXml.parse(mended);
            troubles.accept(new Trouble(fetched.address(), mended(broken.reason())));
            return document;
        }
    }

    private static Phrase mended(Phrase reason) {
        return new Phrase(
                reason.english() + "; it was mended and read, but others may not read it: tell who runs the site",
                reason.vietnamese()
                        + "; đã được sửa và đọc, nhưng nơi khác có thể không đọc được: hãy báo cho quản trị trang");
    }
}
