package loa.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

    private static final URI ROOT = URI.create("https://www.xa.vn/");

    @ParameterizedTest
    @CsvSource({
        "https://www.xa.vn/tin/7.html,                      /tin/7.html",
        "http://xa.vn/tin/7.html,                           /tin/7.html",
        "https://XA.vn/tin/7.html#dau,                      /tin/7.html",
        "https://xa.vn/tin?utm_source=zalo&id=7&fbclid=x,   /tin?id=7",
        "https://xa.vn/tin?id=7&page=2,                     /tin?id=7&page=2",
        "https://xa.vn/tin?page=2&id=7,                     /tin?page=2&id=7",
        "https://xa.vn,                                     /",
        "https://xa.vn//tin//7,                             /tin//7",
        "https://xa.vn/Tin/7,                               /Tin/7",
        "https://bao.example/tin/7.html,                    //bao.example/tin/7.html",
        "http://bao.example/tin/7.html?gclid=x,             //bao.example/tin/7.html",
        "https://tin.xa.vn/7,                               //tin.xa.vn/7",
        "https://xa.vn:8443/7,                              //xa.vn:8443/7",
    })
    void knowsAnArticleByItsPathOnItsOwnSite(URI link, String key) {
        assertEquals(key, Identity.key(ROOT, link));
    }

    @Test
    void keepsTheIdentityWhenThePortalMoves() {
        String before = Identity.key(URI.create("http://huyen.vn"), URI.create("http://huyen.vn/bai/7"));
        String after = Identity.key(URI.create("https://www.xa.vn/"), URI.create("https://xa.vn/bai/7"));
        assertEquals(before, after);
    }

    @Test
    void doesNotTakeAnotherSiteForItsOwn() {
        assertNotEquals(
                Identity.key(ROOT, URI.create("https://xa.vn/bao.example/7")),
                Identity.key(ROOT, URI.create("https://bao.example/7")));
        assertNotEquals(
                Identity.key(ROOT, URI.create("https://xa.vn//bao.example/7")),
                Identity.key(ROOT, URI.create("https://bao.example/7")));
    }

    @Test
    void knowsDifferentSpellingsOfOneAddress() {
        String page = "https://xa.vn/";
        String key =
                Identity.key(ROOT, WebLink.resolve(page, "/tin tức/đò.html").orElseThrow());
        assertEquals(
                key,
                Identity.key(
                        ROOT,
                        WebLink.resolve(page, "x/../tin%20t%e1%bb%a9c/%C4%91%c3%b2.html")
                                .orElseThrow()));
    }
}
