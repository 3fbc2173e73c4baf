package io.milepost.partners.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.partners.intake.FolderArchive;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeLimits;
import io.milepost.partners.intake.IntakeWatch;
import io.milepost.partners.intake.MemoryLog;
import io.milepost.partners.intake.credential.ClientCertificate;
import io.milepost.partners.message.Format;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real certificates, made by the JDK's own keytool. */
class MutualTlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir private Path folder;

    @Test
    void aClientIsKnownByItsCertificateAndAnotherIsNot() throws Exception {
        KeyStore server = keyPair("server");
        KeyStore partner = keyPair("partner");
        KeyStore other = keyPair("other");
        Path trusted = store("trusted", partner, "partner", other, "other");
        MemoryLog log = new MemoryLog();
        Intake intake = new Intake(new FolderArchive(folder), log, IntakeLimits.DEFAULT);
        IntakePartner known =
                new IntakePartner(
                        "northwind",
                        Format.JSON,
                        List.of(new ClientCertificate(List.of(fingerprint(partner, "partner")))),
                        60);
        IntakeServerOptions options =
                new IntakeServerOptions(
                        "127.0.0.1",
                        0,
                        new IntakeServerOptions.Tls(
                                folder.resolve("server.p12"), PASSWORD, trusted, PASSWORD, true),
                        1_000,
                        1_000,
                        Duration.ofSeconds(20),
                        4,
                        Duration.ofSeconds(1));
        try (IntakeServer running =
                IntakeServer.start(
                        intake, List.of(known), options, Clock.systemUTC(), IntakeWatch.SILENT)) {
            assertThat(post(running, server, partner)).isEqualTo(202);
            assertThat(post(running, server, other)).isEqualTo(401);
            assertThatThrownBy(() -> post(running, server, null)).isInstanceOf(IOException.class);
        }
        assertThat(log.pieces()).hasSize(1);
    }

    private int post(IntakeServer running, KeyStore trusted, KeyStore own) throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(context(trusted, own)).build();
        URI uri =
                URI.create(
                        "https://localhost:" + running.address().getPort() + "/partners/northwind");
        HttpRequest request =
                HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private KeyStore keyPair(String name) throws Exception {
        Path file = folder.resolve(name + ".p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                name,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private Path store(String name, KeyStore one, String first, KeyStore two, String second)
            throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(first, one.getCertificate(first));
        store.setCertificateEntry(second, two.getCertificate(second));
        Path file = folder.resolve(name + ".p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static String fingerprint(KeyStore store, String name) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(store.getCertificate(name).getEncoded()));
    }

    private static SSLContext context(KeyStore server, KeyStore own) throws Exception {
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", server.getCertificate("server"));
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManagerFactory keys = null;
        if (own != null) {
            keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, PASSWORD.toCharArray());
        }
        context.init(keys == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
