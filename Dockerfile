# docker build -t loa .
# docker run -p 7070:7070 -v ./feeds.yml:/loa/feeds.yml:ro -v loa-data:/loa/data loa

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml .
COPY src src
RUN mvn --batch-mode --no-transfer-progress -DskipTests package

FROM eclipse-temurin:25-jre
WORKDIR /loa
# What is collected belongs to a user without rights elsewhere.
RUN install -d -o 10001 -g 10001 data
COPY --from=build /build/target/loa.jar .
COPY feeds.yml .
# What native code has freed goes back to the system.
ENV MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072
# What a start loads is kept as this very Java wants it: here, by serving the sample to a reader who asks each second.
RUN ["bash", "-c", "java -XX:+UseSerialGC -XX:AOTCacheOutput=loa.aot -jar loa.jar --data /tmp/sample & \
    for i in {1..20}; do sleep 1; (exec 3<>/dev/tcp/127.0.0.1/7070 \
        && printf 'GET /feeds/all.rss HTTP/1.0\\r\\nAccept-Encoding: gzip\\r\\n\\r\\n' >&3 && cat <&3 >/tmp/feed); done; \
    kill %1; wait %1; test -s loa.aot -a -s /tmp/feed && rm -r /tmp/sample /tmp/feed"]
USER 10001:10001
VOLUME /loa/data
EXPOSE 7070
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/7070 && printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xms16m", "-XX:MaxRAMPercentage=75", "-XX:AOTCache=loa.aot", "-jar", "loa.jar"]
