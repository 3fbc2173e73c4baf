package io.milepost.partners.edi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Streams of two bytes a character, which some editors write: turned into UTF-8. */
final class Utf16 {

    private Utf16() {}

    /**
     * A stream without characters of two bytes.
     *
     * @param converted whether it had them
     */
    record Checked(InputStream stream, boolean converted) {}

    static Checked asUtf8(InputStream in) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(in, 2);
        byte[] first = pushback.readNBytes(2);
        pushback.unread(first);
        if (first.length == 2) {
            int a = first[0] & 0xFF;
            int b = first[1] & 0xFF;
            if ((a == 0xFE && b == 0xFF) || (a == 0xFF && b == 0xFE)) {
                return new Checked(converted(pushback, StandardCharsets.UTF_16), true);
            }
            if ((a == 'I' || a == 'U') && b == 0) {
                return new Checked(converted(pushback, StandardCharsets.UTF_16LE), true);
            }
            if (a == 0 && (b == 'I' || b == 'U')) {
                return new Checked(converted(pushback, StandardCharsets.UTF_16BE), true);
            }
        }
        return new Checked(pushback, false);
    }

    private static InputStream converted(InputStream in, Charset charset) {
        Reader reader = new InputStreamReader(in, charset);
        return new InputStream() {
            private byte[] bytes = new byte[0];
            private int next;

            @Override
            public int read() throws IOException {
                while (next == bytes.length) {
                    char[] chars = new char[4096];
                    int n = reader.read(chars);
                    if (n < 0) {
                        return -1;
                    }
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    out.writeBytes(new String(chars, 0, n).getBytes(StandardCharsets.UTF_8));
                    bytes = out.toByteArray();
                    next = 0;
                }
                return bytes[next++] & 0xFF;
            }
        };
    }
}
