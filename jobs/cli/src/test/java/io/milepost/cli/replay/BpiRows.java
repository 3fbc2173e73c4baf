package io.milepost.cli.replay;

import io.milepost.local.feed.TimedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small logs in the form of the BPI Challenge 2019, for tests. */
final class BpiRows {

    static final String HEADER =
            "case,seq,activity,timestamp,resource,cum_net_worth,Company,Document Type,"
                    + "GR-Based Inv. Verif.,Goods Receipt,Item,Item Category,Item Type,Name,"
                    + "Purchasing Document,Source,Spend area text,Spend classification text,"
                    + "Sub spend area text,Vendor\n";

    private final StringBuilder text = new StringBuilder(HEADER);
    private int seq;

    /** One more row of item 00010, at 10:00 in Amsterdam on a day. */
    BpiRows row(String activity, String day) {
        return row(activity, day, "100.0");
    }

    /** One more row of item 00010, with its worth. */
    BpiRows row(String activity, String day, String worth) {
        text.append(
                "4507_00010,%d,%s,%sT10:00:00.000+01:00,user,%s,companyID_0000,Standard PO,true,true,00010,\"3-way match, invoice after GR\",Standard,vendor_0001,4507,source,Packaging,PR,Labels,vendorID_0001%n"
                        .formatted(seq++, activity, day, worth));
        return this;
    }

    String text() {
        return text.toString();
    }

    BpiLog log(Path folder) throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, text());
        return BpiLog.read(file);
    }

    /** What the rows become, in the order in which it is sent. */
    List<TimedEvent> events(Path folder) throws IOException {
        return BpiFeed.of(log(folder)).events();
    }
}
