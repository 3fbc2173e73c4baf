package io.milepost.partners.intake;

/** Small interchanges of acknowledgements. */
public final class X12Text {

    private X12Text() {}

    /** An interchange from NORTHWIND to ACME with so many acknowledgements. */
    public static String interchange(int control, int transactions) {
        StringBuilder text = new StringBuilder();
        text.append(
                "ISA*00*          *00*          *ZZ*NORTHWIND      *ZZ*ACME          "
                        + " *260302*0911*U*00401*%09d*0*P*>~".formatted(control));
        text.append("GS*PR*NORTHWIND*ACME*20260302*0911*%d*X*004010~".formatted(control));
        for (int number = 1; number <= transactions; number++) {
            text.append(
                    ("ST*855*%04d~BAK*00*AC*P%05d*20260302~PO1*1*10*EA*7.5~"
                                    + "ACK*IA*10*EA*067*20260320~CTT*1~SE*6*%04d~")
                            .formatted(number, number, number));
        }
        text.append("GE*%d*%d~IEA*1*%09d~".formatted(transactions, control, control));
        return text.toString();
    }
}
