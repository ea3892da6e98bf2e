# docker build -t fastsocket . && docker run -p 9092:9092 -p 8080:8080 fastsocket

# The client that browsers load as /socket.io/socket.io.js. The build fetches it too, where Node is; in Maven's image it is not.
FROM node:24-slim AS client
COPY bundles/io.fastsocket.transport/src/main/client /source
RUN bash /source/fetch /client && test -f /client/done

FROM maven:3-eclipse-temurin-25 AS build
# A Java to run with: all of Java SE, what libraries expect beside it, and tools to look into a running JVM; no compiler.
RUN jlink --output /java --no-header-files --no-man-pages --compress zip-6 --add-modules \
    java.se,jdk.charsets,jdk.crypto.cryptoki,jdk.httpserver,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.nio.mapmode,jdk.sctp,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.xml.dom,jdk.zipfs \
    && /java/bin/java -Xshare:dump
WORKDIR /src
COPY . .
COPY --from=client /client bundles/io.fastsocket.transport/target/client
RUN mvn -B -q -pl distribution/runtime -am package -Dmaven.test.skip=true -Darchives.skip=true

FROM debian:bookworm-slim
RUN groupadd --gid 10001 fastsocket \
    && useradd --uid 10001 --gid fastsocket --no-log-init --no-create-home --home-dir /home/fastsocket --shell /usr/sbin/nologin fastsocket
COPY --from=build /java /opt/java
COPY --from=build /src/distribution/runtime/target/fastsocket /opt/fastsocket
ENV JAVA_HOME=/opt/java LANG=C.UTF-8
# Volumes start with what is in the image, and belong to whom it belongs. Memory follows the container's limit: half of it
# is heap, the rest is Netty's, threads' and the JVM's own. Beyond some 30 GB of heap the JVM would address objects in another
# way, which classes prepared with less do not fit, nor the other way round: that way is ruled out.
RUN install -d -o fastsocket -g fastsocket /home/fastsocket /home/fastsocket/var \
    && cp -r /opt/fastsocket/etc /opt/fastsocket/plugins /home/fastsocket/ \
    && chown -R fastsocket:fastsocket /home/fastsocket \
    && sed -i -e 's/^-Xms64m$/-Xms32m/' -e 's/^-Xmx512m$/-XX:MaxRAMPercentage=50\n-XX:+UseCompressedOops/' /opt/fastsocket/lib/jvm.options \
    && ln -s /opt/fastsocket/bin/fastsocket /usr/local/bin/fastsocket
# Quicker starts, for this very Java: nothing is left to be prepared in operation.
RUN fastsocket prepare --home /opt/fastsocket
ENV FASTSOCKET_HOME=/home/fastsocket FASTSOCKET_HOST=0.0.0.0
# By number: who has to see that it is not root, such as Kubernetes, does not know the image's names.
USER 10001:10001
WORKDIR /home/fastsocket
VOLUME /home/fastsocket/etc /home/fastsocket/plugins /home/fastsocket/var
EXPOSE 9092 8080
# By the shell alone: a JVM or a download tool every few seconds would cost more than the answer is worth.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${FASTSOCKET_HTTP_PORT:-8080} && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ code _ <&3 && [ \"$code\" = 200 ]"]
# The script hands its process over to the JVM, which so gets the signals.
ENTRYPOINT ["fastsocket"]
CMD ["run"]
