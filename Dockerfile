# docker build -t fastsocket . && docker run -p 9092:9092 -p 8080:8080 fastsocket

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -q -pl distribution/runtime -am package -Dmaven.test.skip=true

FROM eclipse-temurin:25-jre
RUN useradd --system --home-dir /opt/fastsocket --shell /usr/sbin/nologin fastsocket
COPY --from=build /src/distribution/runtime/target/fastsocket /opt/fastsocket
RUN install -d -o fastsocket -g fastsocket /home/fastsocket
ENV FASTSOCKET_HOME=/home/fastsocket FASTSOCKET_HOST=0.0.0.0
USER fastsocket
EXPOSE 9092 8080
HEALTHCHECK --start-period=20s CMD ["/opt/fastsocket/bin/fastsocket", "status"]
ENTRYPOINT ["/opt/fastsocket/bin/fastsocket"]
CMD ["run"]
