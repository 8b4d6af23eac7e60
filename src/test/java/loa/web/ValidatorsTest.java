package loa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ETag, Last-Modified, and when the answer is 304. */
class ValidatorsTest {

    private static final String FEED = "/feeds/kinh-te.atom";
    private static final String DATE = "Sun, 01 Mar 2026 23:31:05 GMT";

    @TempDir
    static Path folder;

    private static TestServer server;
    private static String etag;

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        server.keep("Bài một", "kinh-te");
        etag = field(server.get(FEED), "ETag");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void givesEachEncodingAStrongETagOfItsOwn() {
        List<String> etags = Stream.of("identity", "gzip", "br")
                .map(encoding -> field(server.get(FEED, "Accept-Encoding", encoding), "ETag"))
                .toList();
        assertEquals(3, etags.stream().distinct().count());
        etags.forEach(one -> assertTrue(one.matches("\"[!#-~]+\""), one));
    }

    @Test
    void saysWhenTheFeedChangedWithTwoDigitsForTheDay() {
        assertEquals(DATE, field(server.get(FEED), "Last-Modified"));
    }

    @Test
    void answersWithNotModifiedToTheSameTag() {
        assertNotModified("If-None-Match", etag);
    }

    @Test
    void findsTheTagInAList() {
        assertNotModified("If-None-Match", "\"a\", \"b,c\" ,," + etag + ", \"d\"");
    }

    @Test
    void findsTheTagInOneOfSeveralLines() {
        assertNotModified("If-None-Match", "\"a\"", "If-None-Match", etag, "If-None-Match", "\"b\"");
    }

    @Test
    void comparesWeakly() {
        assertNotModified("If-None-Match", "W/" + etag);
    }

    @Test
    void takesAStarForAnyTag() {
        assertNotModified("If-None-Match", "*");
    }

    @Test
    void findsTheTagAmongThousandsThatFitIntoTheHeader() {
        String others = "\"\",".repeat(2500);
        assertNotModified("If-None-Match", others + etag);
    }

    @Test
    void refusesTensOfThousandsOfTagsThatDoNotFit() {
        String tags = IntStream.range(0, 10_000).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
        assertEquals(431, server.get(FEED, "If-None-Match", tags).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "", "x", "\"", "W/", "\"a\" *", "w/\"a\"", "**"})
    void sendsTheWholeToWhoHasAnother(String tags) {
        assertEquals(200, server.get(FEED, "If-None-Match", tags).statusCode());
    }

    @Test
    void takesATagWithoutItsQuotesForNone() {
        assertEquals(
                200, server.get(FEED, "If-None-Match", etag.replace("\"", "")).statusCode());
    }

    @Test
    void sendsTheWholeToWhoHasAnotherEncodingOfIt() {
        String packed = field(server.get(FEED, "Accept-Encoding", "gzip"), "ETag");
        assertNotEquals(etag, packed);
        assertEquals(200, server.get(FEED, "If-None-Match", packed).statusCode());
        assertEquals(
                304,
                server.get(FEED, "If-None-Match", packed, "Accept-Encoding", "gzip")
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DATE,
                "Sunday, 01-Mar-26 23:31:05 GMT",
                "Sun Mar  1 23:31:05 2026",
                "Sun, 01 Mar 2026 23:31:06 GMT",
                "Fri, 31 Dec 2027 00:00:00 GMT"
            })
    void answersWithNotModifiedToADateNotBeforeTheLastChange(String date) {
        assertNotModified("If-Modified-Since", date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 01 Mar 2026 23:31:04 GMT",
                "Sunday, 01-Mar-26 23:31:04 GMT",
                "Sun Mar  1 23:31:04 2026",
                "",
                "yesterday",
                "2026-12-31T00:00:00Z",
                "1900000000",
                "Sun, 45 Mar 2027 23:31:05 GMT",
                "Sun, 01 Mar 2027",
                "Sun, 01 Mar 2027 99:99:99 GMT"
            })
    void sendsTheWholeForAnEarlierDateOrNone(String date) {
        assertEquals(200, server.get(FEED, "If-Modified-Since", date).statusCode());
    }

    @Test
    void ignoresTheDateBesideATag() {
        HttpResponse<byte[]> answer = server.get(FEED, "If-None-Match", "\"other\"", "If-Modified-Since", DATE);
        assertEquals(200, answer.statusCode());
        assertNotModified("If-None-Match", etag, "If-Modified-Since", "Sun, 01 Mar 2020 23:31:05 GMT");
    }

    @Test
    void saysInANotModifiedWhatCachesKeepAndNothingOfABody() throws IOException {
        String answer = server.target(FEED, "If-None-Match: " + etag, "Origin: https://other.example");
        assertTrue(answer.startsWith("HTTP/1.1 304 "), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
        assertTrue(answer.contains("\r\nETag: " + etag + "\r\n"), answer);
        assertTrue(answer.contains("\r\nCache-Control: public, max-age="), answer);
        assertTrue(answer.contains("\r\nVary: Accept-Encoding"), answer);
        assertTrue(answer.contains("\r\nAccess-Control-Allow-Origin: *\r\n"), answer);
        assertFalse(answer.matches("(?s).*\r\nContent-(?!Security-Policy).*"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "FOO"})
    void answersNoOtherMethodWithNotModified(String method) {
        assertEquals(
                405,
                server.send(method, FEED, "If-None-Match", "*", "If-Modified-Since", DATE)
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds.opml",
                "/feeds/all.json",
                "/feeds/kinh-te/archive/1.rss",
                "/",
                "/c/kinh-te",
                "/style.css",
                "/icon.png",
                "/sample/"
            })
    void answersWithNotModifiedWhateverIsAsked(String path) {
        HttpResponse<byte[]> whole = server.get(path);
        assertEquals(200, whole.statusCode());
        HttpResponse<byte[]> again = server.get(path, "If-None-Match", field(whole, "ETag"));
        assertEquals(304, again.statusCode());
        assertEquals(field(whole, "Cache-Control"), field(again, "Cache-Control"));
        assertEquals(whole.headers().allValues("Vary"), again.headers().allValues("Vary"));
        assertEquals(304, server.head(path, "If-None-Match", "*").statusCode());
    }

    private static void assertNotModified(String... fields) {
        HttpResponse<byte[]> answer = server.get(FEED, fields);
        assertEquals(304, answer.statusCode());
        assertEquals(etag, field(answer, "ETag"));
        assertEquals(0, answer.body().length);
    }

    private static String field(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError(answer + " without " + name));
    }
}
