package ru.mentoring.shared.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A browser without scripts that keeps its cookies and follows no redirect by itself. */
class Browser {

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final int port;

    Browser(int port) {
        this.port = port;
    }

    /** Opens the page, sending the headers given as names and values by turns. */
    HttpResponse<String> open(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends a form of names and values by turns. */
    HttpResponse<String> submit(String path, String... fields) {
        return send(form(request(path), fields));
    }

    /** Sends a form as htmx does, from a boosted form or not. */
    HttpResponse<String> submitByHtmx(boolean boosted, String path, String... fields) {
        var request = request(path, "HX-Request", "true");
        if (boosted) {
            request.header("HX-Boosted", "true");
        }
        return send(form(request, fields));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpRequest.Builder form(HttpRequest.Builder request, String... fields) {
        var body =
                IntStream.range(0, fields.length / 2)
                        .mapToObj(i -> encoded(fields[2 * i]) + "=" + encoded(fields[2 * i + 1]))
                        .collect(Collectors.joining("&"));
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns what the page says between tags, one space for any gap. */
    static String text(HttpResponse<String> page) {
        return Arrays.stream(page.body().replaceAll("<[^>]*>", "\n").split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
