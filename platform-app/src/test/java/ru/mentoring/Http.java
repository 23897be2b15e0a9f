package ru.mentoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks a port of this machine, and follows no redirect. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}

    public static HttpResponse<String> get(int port, String path, String... headers) {
        return send(request(port, path, headers));
    }

    static HttpResponse<String> post(int port, String path, String form) {
        return ask(port, "POST", path, form);
    }

    /** Sends a form with any method. */
    public static HttpResponse<String> ask(
            int port, String method, String path, String form, String... headers) {
        return send(
                request(port, path, headers)
                        .setHeader("Content-Type", "application/x-www-form-urlencoded")
                        .method(method, BodyPublishers.ofString(form)));
    }

    private static HttpRequest.Builder request(int port, String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
