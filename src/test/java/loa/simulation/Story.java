package loa.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An article of the portal, as it truly is. */
final class Story {

    private final int number;
    private final List<String> sections;
    private final Dating dating;
    private final Instant published;
    private final List<Version> versions = new ArrayList<>();
    private String address;
    private Optional<Instant> deleted = Optional.empty();
    private Instant back = Instant.EPOCH;

    Story(
            int number,
            List<String> sections,
            Dating dating,
            String address,
            String title,
            String text,
            Instant published) {
        this.number = number;
        this.sections = List.copyOf(sections);
        this.dating = dating;
        this.published = published;
        this.address = address;
        versions.add(new Version(title, text, published));
    }

    int number() {
        return number;
    }

    List<String> sections() {
        return sections;
    }

    Dating dating() {
        return dating;
    }

    Instant published() {
        return published;
    }

    String address() {
        return address;
    }

    Version current() {
        return versions.get(versions.size() - 1);
    }

    /** When it was taken off the portal; empty while it is there. */
    Optional<Instant> deleted() {
        return deleted;
    }

    /** When it came back to the portal the last time. */
    Instant back() {
        return back;
    }

    void edit(String title, String text, Instant now) {
        versions.add(new Version(title, text, now));
    }

    void move(String to) {
        address = to;
    }

    void delete(Instant now) {
        deleted = Optional.of(now);
    }

    void bringBack(Instant now) {
        deleted = Optional.empty();
        back = now;
    }

    /** Which of its versions says this, from 0 on; -1 if none ever did. */
    int versionOf(String title, String text) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (versions.get(i).title.equals(title) && versions.get(i).text.equals(text)) {
                return i;
            }
        }
        return -1;
    }

    /** The version that was there at this moment. */
    int versionAt(Instant moment) {
        int last = 0;
        for (int i = 0; i < versions.size(); i++) {
            last = versions.get(i).since.isAfter(moment) ? last : i;
        }
        return last;
    }

    @Override
    public String toString() {
        return number + " of " + published + " at " + address + ", deleted " + deleted + ", back " + back + ": "
                + versions;
    }

    /** What it says, and since when. */
    record Version(String title, String text, Instant since) {}

    /** What its page prints as its date. */
    enum Dating {
        TRUE,
        MISSING,
        GARBAGE,
        ANCIENT,
        FUTURE
    }
}
