package loa.collect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What listings showed before where they show others now: between the same neighbours. */
final class Displaced {

    private final Map<String, Set<String>> former = new HashMap<>();

    static Displaced in(List<Showing> showings) {
        Displaced displaced = new Displaced();
        showings.forEach(displaced::add);
        return displaced;
    }

    /** The keys in whose place this one stands now. */
    Set<String> by(String key) {
        return former.getOrDefault(key, Set.of());
    }

    private void add(Showing showing) {
        Set<String> neighbours = new HashSet<>(showing.keys());
        neighbours.retainAll(showing.last().places());
        Map<Place, Set<String>> vanished = new HashMap<>();
        places(showing.last().places(), neighbours)
                .forEach((key, place) -> vanished.computeIfAbsent(place, first -> new HashSet<>())
                        .add(key));
        places(showing.keys(), neighbours).forEach((key, place) -> {
            if (vanished.containsKey(place)) {
                former.merge(key, vanished.get(place), Displaced::both);
            }
        });
    }

    /** Where in the list each stands that is no neighbour. */
    private static Map<String, Place> places(List<String> list, Set<String> neighbours) {
        List<Optional<String>> above = above(list, neighbours);
        List<String> backwards = new ArrayList<>(list);
        Collections.reverse(backwards);
        List<Optional<String>> below = above(backwards, neighbours);
        Map<String, Place> places = new HashMap<>();
        for (int i = 0; i < list.size(); i++) {
            if (!neighbours.contains(list.get(i))) {
                places.put(list.get(i), new Place(above.get(i), below.get(list.size() - 1 - i)));
            }
        }
        return places;
    }

    private static List<Optional<String>> above(List<String> list, Set<String> neighbours) {
        List<Optional<String>> above = new ArrayList<>();
        Optional<String> nearest = Optional.empty();
        for (String key : list) {
            above.add(nearest);
            nearest = neighbours.contains(key) ? Optional.of(key) : nearest;
        }
        return above;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Between which neighbours a key stands; empty where there is none on that side. */
    private record Place(Optional<String> above, Optional<String> below) {}
}
