package ru.mentoring.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy in front of the replicas that gives each request to the next one, so that nothing which a
 * replica keeps to itself can help it.
 */
final class InTurn implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "http2-settings",
                    "keep-alive",
                    "transfer-encoding",
                    "upgrade");

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final AtomicInteger count = new AtomicInteger();
    private volatile List<Integer> replicas = List.of();

    private InTurn(HttpServer server) {
        this.server = server;
    }

    static InTurn open(int port) {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var proxy = new InTurn(server);
            server.createContext("/", proxy::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on these ports answer, one after the other. */
    void between(List<Integer> ports) {
        replicas = List.copyOf(ports);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var ports = replicas;
            int port = ports.get(Math.floorMod(count.getAndIncrement(), ports.size()));
            var request =
                    HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()));
            exchange.getRequestHeaders()
                    .forEach((name, values) -> {
                        if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                            values.forEach(value -> request.header(name, value));
                        }
                    });
            request.header("X-Forwarded-For", "127.0.0.1");
            request.header("X-Forwarded-Proto", "http");
            request.header("X-Forwarded-Host", "localhost");
            request.header("X-Forwarded-Port", "" + exchange.getLocalAddress().getPort());
            var body = exchange.getRequestBody().readAllBytes();
            request.method(
                    exchange.getRequestMethod(),
                    body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers()
                    .map()
                    .forEach((name, values) -> {
                        if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                            exchange.getResponseHeaders().put(name, values);
                        }
                    });
            var content = answer.body();
            exchange.sendResponseHeaders(
                    answer.statusCode(), content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
