# docker build -t fastsocket . && docker run -p 9092:9092 -p 8080:8080 fastsocket

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -q -pl distribution/runtime -am package -Dmaven.test.skip=true -Darchives.skip=true

FROM eclipse-temurin:25-jre
RUN useradd --system --home-dir /opt/fastsocket --shell /usr/sbin/nologin fastsocket
COPY --from=build /src/distribution/runtime/target/fastsocket /opt/fastsocket
# Volumes start with what is in the image, and belong to whom it belongs.
RUN install -d -o fastsocket -g fastsocket /home/fastsocket /home/fastsocket/var \
    && cp -r /opt/fastsocket/etc /opt/fastsocket/plugins /home/fastsocket/ \
    && chown -R fastsocket:fastsocket /home/fastsocket
# Memory follows the container's limit: half of it is heap, the rest is Netty's, threads' and the JVM's own.
RUN sed -i -e 's/^-Xms64m$/-Xms32m/' -e 's/^-Xmx512m$/-XX:MaxRAMPercentage=50/' /opt/fastsocket/lib/jvm.options
# Quicker starts, for this very Java: nothing is left to be prepared in operation.
RUN FASTSOCKET_HOME=/opt/fastsocket /opt/fastsocket/bin/fastsocket prepare
ENV FASTSOCKET_HOME=/home/fastsocket FASTSOCKET_HOST=0.0.0.0
USER fastsocket
WORKDIR /home/fastsocket
VOLUME /home/fastsocket/etc /home/fastsocket/plugins /home/fastsocket/var
EXPOSE 9092 8080
# By the shell alone: a JVM or a download tool every few seconds would cost more than the answer is worth.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${FASTSOCKET_HTTP_PORT:-8080} && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ code _ <&3 && [ \"$code\" = 200 ]"]
# The script hands its process over to the JVM, which so gets the signals.
ENTRYPOINT ["/opt/fastsocket/bin/fastsocket"]
CMD ["run"]
