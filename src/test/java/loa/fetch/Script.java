package loa.fetch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** What a well-behaved server answers, path by path; 404 to all the rest. Remembers what it was asked. */
final class Script extends Dispatcher {

    private final Map<String, Function<RecordedRequest, MockResponse>> answers = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

    Script on(String path, Function<RecordedRequest, MockResponse> answer) {
        answers.put(path, answer);
        return this;
    }

    /** Answers with this status, body and headers, which are written as name, value, name, value. */
    Script on(String path, int status, String body, String... headers) {
        return on(path, request -> answer(status, body, headers));
    }

    static MockResponse answer(int status, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        return response.build();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        requests.add(request);
        return answers.getOrDefault(request.getUrl().encodedPath(), unknown -> answer(404, ""))
                .apply(request);
    }

    List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The paths asked for, in order. */
    List<String> paths() {
        return requests.stream().map(request -> request.getUrl().encodedPath()).toList();
    }

    /** The paths asked for, robots.txt left out. */
    List<String> pages() {
        return paths().stream().filter(path -> !path.equals("/robots.txt")).toList();
    }

    void forgetRequests() {
        requests.clear();
    }
}
