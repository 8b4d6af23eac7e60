package loa.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import loa.simulation.Story.Dating;

/**
 * A portal that lives, and holds what is true of each of its articles. Its pages carry noise that is other at every request,
 * its listings name articles twice and with tracking parameters. Safe for use by several threads.
 */
final class Portal {

    private static final List<Dating> ODD = List.of(Dating.MISSING, Dating.GARBAGE, Dating.ANCIENT, Dating.FUTURE);
    static final List<String> SECTIONS = List.of("kinh-te", "y-te", "giao-duc", "van-hoa", "xa-hoi");
    static final String ITEM = "<h5 class=";
    static final int LISTED = 10;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Random random;
    private final Words words;
    private final List<Story> stories = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();
    private int visits;
    private int design;
    private String item = "tin";

    Portal(Random random) {
        this.random = random;
        this.words = new Words(random);
    }

    /** What became of an address that an article had. */
    enum Former {
        GONE,
        /** Leads visitors to the new one. */
        LEADS,
        /** Shows the article as before. */
        STAYS,
        /** Shows the article as before, and names the new address as the right one. */
        NAMES;

        private static final List<Former> ALL = List.of(values());

        static Former any(RandomGenerator random) {
            return ALL.get(random.nextInt(ALL.size()));
        }
    }

    /** Publishes an article, the newest in its sections; portals give minutes. */
    synchronized Story publish(Instant now) {
        int number = stories.size();
        boolean isNotice = number % 9 == 4;
        String title = isNotice ? "Lịch trực trong tuần" : words.sentence(9);
        String text = isNotice
                ? "Lịch trực cơ quan tuần " + number
                        + ": thứ hai do tổ một trực, thứ ba do tổ hai trực, các ngày khác theo"
                        + " phân công của thủ trưởng cơ quan."
                : words.prose(6);
        List<String> sections = number % 7 == 3 ? SECTIONS : List.of(SECTIONS.get(number % SECTIONS.size()));
        Dating dating = number % 11 == 5 ? ODD.get(number / 11 % 4) : Dating.TRUE;
        Story story =
                new Story(number, sections, dating, address(number), title, text, now.truncatedTo(ChronoUnit.MINUTES));
        stories.add(story);
        places.put(story.address(), new Place(story, Former.STAYS));
        return story;
    }

    /** Corrects it: every second time in the headline, which the listing shows too. */
    synchronized void edit(Story story, Instant now) {
        Story.Version was = story.current();
        boolean isInTitle = random.nextBoolean();
        story.edit(
                isInTitle ? was.title() + " " + words.sentence(1).toLowerCase(Locale.ROOT) : was.title(),
                isInTitle ? was.text() : was.text() + " " + words.prose(1),
                now);
    }

    /** Gives it an address of which nothing is as before. */
    synchronized void move(Story story, Former former) {
        String was = story.address();
        story.move(address(story.number()));
        places.put(story.address(), new Place(story, Former.STAYS));
        if (former == Former.GONE) {
            places.remove(was);
        } else {
            places.put(was, new Place(story, former));
        }
    }

    synchronized void delete(Story story, Instant now) {
        story.delete(now);
    }

    synchronized void bringBack(Story story, Instant now) {
        story.bringBack(now);
    }

    /** Other markup around the same articles. */
    synchronized void redesign() {
        design++;
    }

    /** Other markup of the listings, in which what is known of them matches nothing any more. */
    synchronized void rebuild(String className) {
        item = className;
    }

    /** All articles that there ever were, the oldest first. */
    synchronized List<Story> stories() {
        return List.copyOf(stories);
    }

    /** What the section's listing names, the newest first. */
    synchronized List<Story> listed(String section) {
        List<Story> listed = new ArrayList<>();
        for (int i = stories.size() - 1; i >= 0 && listed.size() < LISTED; i--) {
            Story story = stories.get(i);
            if (story.sections().contains(section) && story.deleted().isEmpty()) {
                listed.add(story);
            }
        }
        return listed;
    }

    /** What is right to answer. */
    synchronized Answer answer(Asked asked) {
        if (asked.isRobots()) {
            return Answer.status(404);
        } else if (asked.isListing()) {
            return Answer.page(listing(asked.path().substring("/muc/".length())));
        } else if (asked.path().equals("/")) {
            return Answer.page("<title>Cổng</title>"
                    + SECTIONS.stream()
                            .map(section -> "<a href='/muc/" + section + "'>" + section + "</a>")
                            .collect(Collectors.joining()));
        }
        Place place = places.get(asked.path());
        if (place == null || place.story.deleted().isPresent()) {
            return Answer.status(place != null && place.story.number() % 2 == 0 ? 410 : 404);
        }
        return place.former == Former.LEADS ? Answer.redirect(place.story.address()) : article(asked, place);
    }

    private String address(int number) {
        String slug = "bai-" + "abcdefghijklmnopqrstuvwxyz".charAt(random.nextInt(26)) + "-moi";
        return "/tin/" + slug + "-" + Integer.toString(random.nextInt(1 << 30), 36) + "x" + number % 3;
    }

    private String listing(String section) {
        StringBuilder html = new StringBuilder("<!doctype html><title>Tin</title><nav><a href='/'>Trang chủ</a></nav>");
        html.append("<p>Khách thăm: ").append(++visits).append("</p>");
        List<Story> listed = listed(section);
        listed.forEach(story -> html.append(item(story, section)));
        listed.stream().limit(1).forEach(story -> html.append(item(story, "noi-bat")));
        return html.toString();
    }

    private String item(Story story, String campaign) {
        String link = story.address() + "?utm_source=" + campaign;
        return ITEM + item + "><a href='" + link + "'><img alt='Responsive image'></a><a href='" + link + "'>"
                + story.current().title() + "</a></h5>";
    }

    private Answer article(Asked asked, Place place) {
        Story story = place.story;
        Optional<String> tag = story.number() % 2 == 0
                ? Optional.of(
                        "\"" + story.number() + "-" + story.current().hashCode() + "-" + design + place.former + "\"")
                : Optional.empty();
        return tag.isPresent() && tag.equals(asked.tag()) ? Answer.status(304) : Answer.page(page(place), tag);
    }

    private String page(Place place) {
        Story story = place.story;
        Story.Version version = story.current();
        String canonical = place.former == Former.NAMES ? "<link rel=canonical href='" + story.address() + "'>" : "";
        String text = design % 2 == 0
                ? "<p>" + version.text() + "</p>"
                : "<div class=m" + visits + "><p style='text-align:justify'>"
                        + version.text().replace(" ", " \n ") + "</p></div>";
        return "<!doctype html><title>%s</title>%s<div id=d%d><h4>%s</h4><span class=date>%s</span><div class=noidung token='%d'>%s"
                        .formatted(version.title(), canonical, ++visits, version.title(), date(story), visits, text)
                + "<p><a href='/phu-luc/%d?utm_medium=%d'>Phụ lục</a></p></div><p>Lượt xem: %d</p></div>"
                        .formatted(story.number(), visits, visits);
    }

    private static String date(Story story) {
        return switch (story.dating()) {
            case TRUE -> DATE.format(story.published());
            case MISSING -> "";
            case GARBAGE -> "25:61 31/02/2026";
            case ANCIENT -> "07:00 01/01/1970";
            case FUTURE -> DATE.format(story.published().plus(Duration.ofDays(400)));
        };
    }

    /** What is found at an address. */
    private record Place(Story story, Former former) {}
}
