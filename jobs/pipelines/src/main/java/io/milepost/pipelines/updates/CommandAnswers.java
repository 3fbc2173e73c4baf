package io.milepost.pipelines.updates;

import io.milepost.events.OdooResult;
import io.milepost.schemas.TrustedEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** What was answered to a command, between the thread that asks Odoo and the job. */
final class CommandAnswers {

    static {
        TrustedEvents.trust();
    }

    /** The command is another Odoo's, whose own job asks it. */
    static final byte[] NOT_OURS = new byte[0];

    private CommandAnswers() {}

    static byte[] of(OdooResult result) {
        try {
            ByteBuffer bytes = result.toByteBuffer();
            byte[] answer = new byte[bytes.remaining()];
            bytes.get(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("result of " + result.getCommandId(), e);
        }
    }

    static OdooResult read(byte[] answer) throws IOException {
        return OdooResult.fromByteBuffer(ByteBuffer.wrap(answer));
    }
}
