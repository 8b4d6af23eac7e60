package loa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A feed of fifty articles from Loa, and as a compressed file from nginx with one worker, in turns, so that what else the
 * machine does falls on both alike. Needs nginx and wrk.
 */
final class ServingBenchmark {

    private static final int ROUNDS = 5;
    private static final int SECONDS = 3;
    private static final int MOST_WARM_UPS = 20;
    private static final String FEED = FilledNewsroom.feed(3);
    private static final String FILE = "/feed.xml";
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern SLOWEST = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");
    private static final Pattern WRONG = Pattern.compile("Non-2xx|Socket errors");

    private ServingBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (String tool : List.of("nginx", "wrk")) {
            if (Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/")
                    .noneMatch(folder -> Files.exists(Path.of(folder + tool)))) {
                Bench.say("skipped: %s is not installed (apt-get install nginx-light wrk)", tool);
                return;
            }
        }
        Bench.measure(ServingBenchmark::compare);
    }

    private static void compare(Path folder) throws IOException, InterruptedException {
        FilledNewsroom.fill(folder);
        int port = Child.freePort();
        try (Child loa = Child.start(folder, port, FEED, Bench.loa(List.of("-Xmx128m"), port))) {
            Files.write(folder.resolve("feed.xml"), loa.get(FEED).body());
            Files.write(folder.resolve("feed.xml.gz"), loa.get(FEED, "Accept-Encoding", "gzip").body());
            Path nginxFolder = Files.createDirectory(folder.resolve("nginx"));
            try (Child nginx = nginx(nginxFolder, folder)) {
                Bench.say("50 articles, %d bytes gzipped, 64 connections; least / middle / most of %d rounds of %d s",
                        Files.size(folder.resolve("feed.xml.gz")), ROUNDS, SECONDS);
                compare("200", List.of(new Target(nginx, FILE, false), new Target(loa, FEED, false)));
                compare("304", List.of(new Target(nginx, FILE, true), new Target(loa, FEED, true)));
            }
        }
    }

    private static void compare(String status, List<Target> targets) throws IOException, InterruptedException {
        for (Target target : targets) {
            target.warmUp();
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < targets.size(); i++) {
                targets.get((round + i) % targets.size()).measure();
            }
        }
        Target nginx = targets.get(0);
        Target loa = targets.get(1);
        Bench.say("%s requests a second   nginx %s   Loa %s   ratio %s", status,
                nginx.rate.say("%.0f"), loa.rate.say("%.0f"), loa.rate.over(nginx.rate).say("%.2f"));
        Bench.say("%s CPU µs a request    nginx %s   Loa %s   ratio %s", status,
                nginx.cpu.say("%.1f"), loa.cpu.say("%.1f"), loa.cpu.over(nginx.cpu).say("%.2f"));
        Bench.say("%s p99 ms              nginx %s   Loa %s   ratio %s", status,
                nginx.slowest.say("%.2f"), loa.slowest.say("%.2f"), loa.slowest.over(nginx.slowest).say("%.2f"));
    }

    private static Child nginx(Path folder, Path files) throws IOException, InterruptedException {
        int port = Child.freePort();
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off; worker_processes 1; pid %1$s/pid; error_log %1$s/errors crit;
                events { worker_connections 1024; multi_accept on; }
                http {
                  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; server_tokens off; etag on;
                  keepalive_requests 100000000; open_file_cache max=100; open_file_cache_valid 600s;
                  output_buffers 2 512k; gzip_static on; gzip_vary on; types { application/rss+xml xml; }
                  client_body_temp_path %1$s/a; proxy_temp_path %1$s/b; fastcgi_temp_path %1$s/c;
                  uwsgi_temp_path %1$s/d; scgi_temp_path %1$s/e;
                  server { listen 127.0.0.1:%2$d; root %3$s; add_header Cache-Control "public, max-age=60"; }
                }
                """.formatted(folder, port, files));
        boolean isRoot = System.getProperty("user.name").equals("root"); // its worker would not be, and see no file
        List<String> command = new ArrayList<>(List.of("nginx", "-c", configuration.toString(), "-p", folder + "/"));
        if (isRoot) {
            command.addAll(List.of("-g", "user root;"));
        }
        return Child.start(folder, port, FILE, command);
    }

    /** Something that a server gives, and what was measured of it. */
    private static final class Target {

        private final Child server;
        private final List<String> command;
        final Spread rate = new Spread();
        final Spread cpu = new Spread();
        final Spread slowest = new Spread();

        Target(Child server, String path, boolean isKnown) throws IOException, InterruptedException {
            this.server = server;
            this.command = new ArrayList<>(List.of("wrk", "-t1", "-c64", "--latency", "-H", "Accept-Encoding: gzip"));
            if (isKnown) {
                String etag = server.get(path, "Accept-Encoding", "gzip")
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow();
                command.addAll(List.of("-H", "If-None-Match: " + etag));
                int status = server.get(path, "Accept-Encoding", "gzip", "If-None-Match", etag)
                        .statusCode();
                if (status != 304) {
                    throw new IOException(server.url(path) + " answers " + status);
                }
            }
            command.add(server.url(path));
        }

        /** Loads it until a request has cost no less for some time: until all is compiled that is to be. */
        void warmUp() throws IOException, InterruptedException {
            double least = Double.MAX_VALUE;
            for (int i = 0, last = 0; i < MOST_WARM_UPS && i <= last + ROUNDS; i++) {
                double before = server.cpuSeconds();
                long requests = Long.parseLong(found(REQUESTS, load(SECONDS)).group(1));
                double cost = (server.cpuSeconds() - before) / requests;
                last = cost < least * 0.95 ? i : last;
                least = Math.min(least, cost);
            }
        }

        void measure() throws IOException, InterruptedException {
            double before = server.cpuSeconds();
            String said = load(SECONDS);
            double used = server.cpuSeconds() - before;
            Matcher p99 = found(SLOWEST, said);
            double unit = p99.group(2).equals("us") ? 1e-3 : p99.group(2).equals("ms") ? 1 : 1e3;
            rate.add(Double.parseDouble(found(RATE, said).group(1)));
            cpu.add(used * 1e6 / Long.parseLong(found(REQUESTS, said).group(1)));
            slowest.add(Double.parseDouble(p99.group(1)) * unit);
        }

        String load(int seconds) throws IOException, InterruptedException {
            List<String> whole = new ArrayList<>(command);
            whole.add(1, "-d" + seconds + "s");
            Process wrk = new ProcessBuilder(whole).redirectErrorStream(true).start();
            String said = new String(wrk.getInputStream().readAllBytes(), UTF_8);
            if (wrk.waitFor() != 0 || WRONG.matcher(said).find()) {
                throw new IOException(said);
            }
            return said;
        }

        private static Matcher found(Pattern pattern, String said) throws IOException {
            Matcher matcher = pattern.matcher(said);
            if (!matcher.find()) {
                throw new IOException(said);
            }
            return matcher;
        }
    }
}
