package io.fastsocket.shell.contract;

import io.fastsocket.shell.console.CommandException;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;

import javax.net.ssl.SSLException;

/** A contract fetched by HTTP, from a host that was allowed by name. */
public final class ContractDownload {

    /** Larger ones are no contracts. */
    private static final int MOST = 5 << 20;

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int OK = 200;

    private ContractDownload() {}

    /**
     * Whether it is to be fetched.
     *
     * @param name of a file, or a URL
     * @return whether it is a URL
     */
    public static boolean isUrl(String name) {
        return name.matches("(?i)https?://.*");
    }

    /**
     * Fetches it. A redirect is not followed: it could lead to a host that is not allowed.
     *
     * @param url where it is
     * @param hosts those that may be asked
     * @return its bytes
     * @throws CommandException saying why it cannot be had
     * @throws InterruptedException if nobody waits any more
     */
    public static byte[] of(String url, Set<String> hosts)
            throws CommandException, InterruptedException {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(url + " is no valid URL");
        }
        if (uri.getHost() == null || !hosts.contains(uri.getHost())) {
            throw CommandException.usage(
                    "the network is not asked unless the host is allowed: --allow-host "
                            + uri.getHost());
        }
        try (HttpClient client =
                HttpClient.newBuilder()
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(LIMIT)
                        .build()) {
            HttpResponse<InputStream> answer =
                    client.send(
                            HttpRequest.newBuilder(uri).timeout(LIMIT).build(),
                            BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw CommandException.failed(url + " answers " + answer.statusCode());
                }
                byte[] bytes = body.readNBytes(MOST + 1);
                if (bytes.length > MOST) {
                    throw CommandException.failed(url + " is larger than 5 MiB");
                }
                return bytes;
            }
        } catch (IOException e) {
            throw CommandException.failed(url + " cannot be fetched: " + reason(e));
        }
    }

    /** The JDK says much by classes alone, some of them deep inside. */
    private static String reason(IOException thrown) {
        String said = "nobody answers there";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "there is no host of that name";
            }
            if (cause instanceof HttpTimeoutException) {
                return "there was no answer within " + LIMIT.toSeconds() + " s";
            }
            if (cause instanceof SSLException) {
                said = "no secure connection: " + cause.getMessage();
            }
        }
        return said;
    }
}
