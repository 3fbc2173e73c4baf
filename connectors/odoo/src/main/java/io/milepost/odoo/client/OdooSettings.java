package io.milepost.odoo.client;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * How to reach one Odoo database as one user. Travels in the job graph, so that it holds the way to
 * the key and never the key.
 *
 * @param url where the server is, for example {@code https://erp.example.org}; without user, query
 *     and fragment
 * @param database the database's name
 * @param login the user's login
 * @param key the way to the API key or, where the wire takes it, the password
 * @param wire which wire to speak
 * @param lang the language of names and messages, for example {@code en_US}
 * @param limits how long and how much to wait, send and read
 */
public record OdooSettings(
        String url,
        String database,
        String login,
        Secret key,
        WireChoice wire,
        String lang,
        OdooLimits limits)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * Checks all of it.
     *
     * @throws IllegalArgumentException if something is wrong; all of it is named, no secret shown
     */
    public OdooSettings {
        List<String> problems = new ArrayList<>();
        checkUrl(url, problems);
        present("odoo.database", database, problems);
        present("odoo.login", login, problems);
        present("odoo.key", key, problems);
        present("odoo.wire", wire, problems);
        present("odoo.lang", lang, problems);
        if (limits == null) {
            present("odoo.limits", null, problems);
        } else {
            problems.addAll(limits.problems());
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * Checks the address of a server by itself.
     *
     * @throws IllegalArgumentException if it is none, or holds a user or password, which is not
     *     shown
     */
    public static String checkedUrl(String url) {
        List<String> problems = new ArrayList<>();
        checkUrl(url, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return url;
    }

    /** Settings with {@link OdooLimits#DEFAULT}, in {@code en_US}, wire by version. */
    public static OdooSettings of(String url, String database, String login, Secret key) {
        return new OdooSettings(
                url, database, login, key, WireChoice.BY_VERSION, "en_US", OdooLimits.DEFAULT);
    }

    /** With another wire. */
    public OdooSettings over(WireChoice other) {
        return new OdooSettings(url, database, login, key, other, lang, limits);
    }

    /** With another language. */
    public OdooSettings inLanguage(String other) {
        return new OdooSettings(url, database, login, key, wire, other, limits);
    }

    /** With other limits. */
    public OdooSettings within(OdooLimits other) {
        return new OdooSettings(url, database, login, key, wire, lang, other);
    }

    private static void present(String name, Object value, List<String> problems) {
        if (value == null || value instanceof String text && text.isBlank()) {
            problems.add(name + ": expected a value but found nothing");
        }
    }

    private static void checkUrl(String url, List<String> problems) {
        if (url == null || url.isBlank()) {
            present("odoo.url", url, problems);
            return;
        }
        try {
            URI parsed = new URI(url);
            boolean http = "http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme());
            if (parsed.getRawUserInfo() != null || url.contains("@")) {
                // Not shown: what stands before the @ may be a password.
                problems.add("odoo.url: expected no user or password in it but found one");
            } else if (!http || parsed.getHost() == null) {
                problems.add("odoo.url: expected http:// or https:// and a host but found " + url);
            } else if (parsed.getRawQuery() != null || parsed.getRawFragment() != null) {
                problems.add("odoo.url: expected neither query nor fragment but found one");
            }
        } catch (URISyntaxException e) {
            // Without the text, which may hold anything.
            problems.add("odoo.url: expected a URL but found none: " + e.getReason());
        }
    }

    /** The way to the key masked. */
    @Override
    public String toString() {
        return "OdooSettings["
                + url
                + ", database "
                + database
                + ", login "
                + login
                + ", key ****, "
                + wire
                + ", "
                + lang
                + ", "
                + limits
                + "]";
    }
}
