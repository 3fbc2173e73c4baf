package io.milepost.cli.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The text of a log's file: plain or compressed with gzip; UTF-8, or else Latin-1. */
final class LogText {

    private static final int GZIP_MAGIC = 0x8b1f;
    private static final int BUFFER = 1 << 16;

    private LogText() {}

    /**
     * Opens the text; the file is read twice, so that it never has to fit in memory.
     *
     * @throws IOException when the file cannot be read
     */
    static Reader open(Path file) throws IOException {
        Charset charset = isUtf8(file) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new InputStreamReader(bytes(file), charset);
    }

    private static boolean isUtf8(Path file) throws IOException {
        char[] buffer = new char[BUFFER];
        try (Reader reader =
                new InputStreamReader(bytes(file), StandardCharsets.UTF_8.newDecoder())) {
            while (reader.read(buffer) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static InputStream bytes(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            bytes.mark(2);
            int magic = bytes.read() | bytes.read() << 8;
            bytes.reset();
            return magic == GZIP_MAGIC ? new GZIPInputStream(bytes, BUFFER) : bytes;
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }
}
