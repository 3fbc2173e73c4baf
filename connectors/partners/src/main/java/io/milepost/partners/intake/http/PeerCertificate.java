package io.milepost.partners.intake.http;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/** Which certificate a client opened its connection with. */
final class PeerCertificate {

    private PeerCertificate() {}

    /** SHA-256 of the certificate in hexadecimal; {@code null} if there is none. */
    static String of(Request request) {
        Object data = request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE);
        if (!(data instanceof EndPoint.SslSessionData session)) {
            return null;
        }
        X509Certificate[] chain = session.peerCertificates();
        if (chain == null || chain.length == 0) {
            return null;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            // A certificate that cannot be written is nobody's.
            return null;
        }
    }
}
