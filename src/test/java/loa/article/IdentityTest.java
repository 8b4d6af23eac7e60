package loa.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.URI;
import java.util.List;
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
        "https://xa.vn/tin?page=2&id=7,                     /tin?id=7&page=2",
        "https://xa.vn/tin/7.html;jsessionid=A1B2,          /tin/7.html",
        "https://xa.vn/tin;jsessionid=A1B2?id=7,            /tin?id=7",
        "https://xa.vn/tin/7/,                              /tin/7",
        "https://xa.vn/tin/7/index.html,                    /tin/7",
        "https://xa.vn/tin/id/7/Default.aspx,               /tin/id/7",
        "https://xa.vn/index.php?id=7,                      /?id=7",
        "https://xa.vn/index.php/tin/7,                     /index.php/tin/7",
        "https://xa.vn/%74in/%37%2ehtml,                    /tin/7.html",
        "https://xa.vn/%c4%91%C3%b2,                        /đò",
        "https://xa.vn/%C4%91o%CC%80,                       /đò",
        "https://xa.vn/tin%2F7%3fa,                         /tin%2F7%3Fa",
        "https://xa.vn/tin%F2%20,                           /tin%F2%20",
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

    @Test
    void takesTheHostsOfFormerTimesForItsOwn() {
        Identity moved = new Identity(ROOT, List.of(URI.create("http://www.huyen.vn/")));
        assertEquals("/bai/7", moved.key(URI.create("https://huyen.vn/bai/7")));
        assertEquals("/bai/7", moved.renewed("//huyen.vn/bai/7"));
        assertEquals("//bao.vn/bai/7", moved.renewed("//bao.vn/bai/7"));
        assertEquals("/tin?id=7&page=2", moved.renewed("/tin/?page=2&id=7"));
        assertEquals("/đò 7", moved.renewed("/%C4%91%C3%B2 7").replace("%20", " "));
        assertNotEquals(new Identity(ROOT, List.of()).fingerprint(), moved.fingerprint());
    }

    @Test
    void renewsAKeyThatIsAsItShouldBeToItself() {
        Identity identity = new Identity(ROOT, List.of());
        for (String key : List.of("/", "/tin/đò.html", "/tin%2F7?a=%26", "/?id=7", "//bao.vn/x", "guid-7")) {
            assertEquals(key, identity.renewed(key));
        }
    }

    @Test
    void findsWhatWasAtAFormerHostOnThePresentOne() {
        Identity moved = new Identity(
                URI.create("https://new.example.vn/tin/"),
                List.of(URI.create("http://old.example.vn/"), URI.create("http://new.example.vn:8080/")));
        assertEquals(
                URI.create("https://new.example.vn/a/b%20c?x=1"),
                moved.now(URI.create("http://old.example.vn/a/b%20c?x=1")));
        for (String as : List.of("https://new.example.vn/a", "https://elsewhere.example.vn/a")) {
            assertEquals(URI.create(as), moved.now(URI.create(as)));
        }
    }
}
