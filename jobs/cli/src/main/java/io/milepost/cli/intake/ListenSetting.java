package io.milepost.cli.intake;

import io.milepost.partners.intake.http.IntakeServerOptions;
import io.milepost.partners.yaml.Problems;
import io.milepost.partners.yaml.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where partners call, before the passwords are looked up.
 *
 * @param options how to listen, without TLS
 * @param tls certificates; {@code null} for plain HTTP
 */
record ListenSetting(IntakeServerOptions options, Tls tls) {

    static final List<String> FIELDS =
            List.of(
                    "host",
                    "port",
                    "calls-at-once",
                    "idle",
                    "signed-body",
                    "signed-bodies",
                    "grace",
                    "tls");

    static final List<String> TLS = List.of("key-store", "password", "clients");
    static final List<String> CLIENTS = List.of("trust-store", "password", "required");

    /**
     * Certificates.
     *
     * @param password of the key store; {@code null} if it was a problem
     * @param trustStore whose certificates clients may present; {@code null} to ask for none
     * @param trustPassword of the trust store; {@code null} without one
     * @param clientsNeedOne whether a client without a certificate is refused
     */
    record Tls(
            Path keyStore,
            Reference password,
            Path trustStore,
            Reference trustPassword,
            boolean clientsNeedOne) {}

    static Optional<ListenSetting> read(Section root) {
        return root.section("listen", FIELDS).map(ListenSetting::of);
    }

    private static ListenSetting of(Section listen) {
        IntakeServerOptions usual = IntakeServerOptions.plain(0);
        IntakeServerOptions options =
                new IntakeServerOptions(
                        listen.optional("host", "an address", Values::text, usual.host()),
                        listen.required("port", Values.PORT, Values::port, 0),
                        null,
                        listen.optional(
                                "signed-body", Values.SIZE, Values::smallSize, usual.signedBody()),
                        listen.optional(
                                "signed-bodies", Values.SIZE, Values::size, usual.signedBodies()),
                        listen.optional("idle", Values.DURATION, Values::duration, usual.idle()),
                        listen.optional(
                                "calls-at-once", Values.COUNT, Values::count, usual.atOnce()),
                        listen.optional("grace", Values.DURATION, Values::duration, usual.grace()));
        return new ListenSetting(
                options, listen.section("tls", TLS).map(ListenSetting::tls).orElse(null));
    }

    private static Tls tls(Section tls) {
        Path keyStore = tls.required("key-store", "a PKCS #12 file", Values::path, Path.of(""));
        Optional<Section> clients = tls.section("clients", CLIENTS);
        return new Tls(
                keyStore,
                password(tls),
                clients.map(
                                it ->
                                        it.required(
                                                "trust-store",
                                                "a PKCS #12 file",
                                                Values::path,
                                                Path.of("")))
                        .orElse(null),
                clients.map(ListenSetting::password).orElse(null),
                clients.map(it -> it.optional("required", "true or false", Values::flag, false))
                        .orElse(false));
    }

    private static Reference password(Section section) {
        if (section.node("password").isEmpty()) {
            section.problems()
                    .add(section.node(), section.path("password"), Reference.EXPECTED, "nothing");
        }
        return section.node("password")
                .flatMap(it -> Reference.read(it, section.path("password"), section.problems()))
                .orElse(null);
    }

    /** With the passwords; those that lead nowhere are problems. */
    IntakeServerOptions open(Problems problems) {
        if (tls == null) {
            return options;
        }
        String password = tls.password().secret(problems).orElse(null);
        String trustPassword =
                tls.trustPassword() == null
                        ? null
                        : tls.trustPassword().secret(problems).orElse(null);
        return new IntakeServerOptions(
                options.host(),
                options.port(),
                new IntakeServerOptions.Tls(
                        tls.keyStore(),
                        password,
                        tls.trustStore(),
                        trustPassword,
                        tls.clientsNeedOne()),
                options.signedBody(),
                options.signedBodies(),
                options.idle(),
                options.atOnce(),
                options.grace());
    }

    /** How long what is under way may take at the end. */
    Duration grace() {
        return options.grace();
    }
}
