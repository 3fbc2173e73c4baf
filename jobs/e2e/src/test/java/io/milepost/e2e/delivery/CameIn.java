package io.milepost.e2e.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What partners send. */
final class CameIn {

    private static final String SAMPLE =
            "/io/milepost/partners/profiles/generic-ubl/samples/order-response.xml";

    private CameIn() {}

    /** An interchange of three order acknowledgements, the second of which cannot be read. */
    static String interchange(int number) {
        String good = "ST*855*%1$04d~\nBAK*00*AC*P42*20260301~\nCTT*0~\nSE*4*%1$04d~\n";
        return ("ISA*00*          *00*          *01*123456789      *ZZ*MILEPOST       "
                                + "*260302*0911*U*00401*%09d*0*P*>~\n")
                        .formatted(number)
                + "GS*PR*ACME*MILEPOST*20260302*0911*%d*X*004010~\n".formatted(number)
                + good.formatted(1)
                + good.formatted(2).replace("BAK*", "B_K*")
                + good.formatted(3)
                + "GE*3*%d~\nIEA*1*%09d~\n".formatted(number, number);
    }

    /**
     * A functional acknowledgement of an order of ours.
     *
     * @param number of the interchange
     * @param ours number that the order was sent under
     * @param code what is said of it, as in AK501
     */
    static String acknowledgement(int number, int ours, String code) {
        return ("ISA*00*          *00*          *01*123456789      *ZZ*MILEPOST       "
                                + "*260302*0911*U*00401*%09d*0*P*>~\n")
                        .formatted(number)
                + "GS*FA*ACME*MILEPOST*20260302*0911*%d*X*004010~\nST*997*0001~\n".formatted(number)
                + "AK1*PO*%d~\nAK2*850*0001~\nAK5*%s~\n".formatted(ours, code)
                + "AK9*%s*1*1*%d~\nSE*6*0001~\n".formatted(code, code.equals("R") ? 0 : 1)
                + "GE*1*%d~\nIEA*1*%09d~\n".formatted(number, number);
    }

    /** A document that names no interchange. */
    static String orderResponse() throws IOException {
        try (InputStream sample = CameIn.class.getResourceAsStream(SAMPLE)) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
