package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a document says that Socket.IO is spoken, as URLs with the path that is asked for. */
final class ServerUrls {

    private static final Pattern URL =
            Pattern.compile(
                    "(?:(\\w+)://)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?(/\\S*)?");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private ServerUrls() {}

    /** Empty if it says nothing of use. */
    static List<String> of(JsonNode document) {
        List<String> urls = new ArrayList<>();
        for (JsonNode server : document.path("servers")) {
            String protocol = server.path("protocol").asText();
            String written =
                    server.has("url")
                            ? server.path("url").asText()
                            : server.path("host").asText() + server.path("pathname").asText();
            Matcher url = URL.matcher(filled(written, server.path("variables")));
            if (url.matches()) {
                String scheme = url.group(1) == null ? protocol : url.group(1);
                String http = scheme(scheme);
                if (http != null) {
                    String port = url.group(3) == null ? "" : url.group(3);
                    String path = url.group(4) == null ? "/socket.io" : url.group(4);
                    urls.add(http + "://" + url.group(2) + port + path.replaceFirst("/*$", "/"));
                }
            }
        }
        return urls;
    }

    private static String scheme(String protocol) {
        return switch (protocol) {
            case "ws", "http" -> "http";
            case "wss", "https" -> "https";
            default -> null;
        };
    }

    private static String filled(String url, JsonNode variables) {
        return VARIABLE.matcher(url)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        variables
                                                .path(found.group(1))
                                                .path("default")
                                                .asText(found.group())));
    }
}
