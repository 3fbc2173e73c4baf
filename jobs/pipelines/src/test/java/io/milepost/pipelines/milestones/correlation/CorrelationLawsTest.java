package io.milepost.pipelines.milestones.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.events.DocumentPurpose;
import io.milepost.kafka.inbound.InboundRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Where carriers' events end does not depend on what came first, or came twice. */
class CorrelationLawsTest {

    private static final List<String> NAMES = List.of("T:1", "B:1", "C:1", "S:1");

    private static Chain chain;
    private static int companies;

    @BeforeContainer
    static void open() throws Exception {
        chain = new Chain();
    }

    @AfterContainer
    static void close() throws Exception {
        chain.close();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    @Label("every order of arrival ends in the same delivery, and in even books")
    void commutes(@ForAll Random random) throws Exception {
        long seed = random.nextLong();
        Map<String, Set<String>> inOrder = delivered(seed, null);

        assertThat(delivered(seed, random)).isEqualTo(inOrder);
    }

    /** Lines that get each event in a company of its own. */
    private static Map<String, Set<String>> delivered(long seed, Random chance) throws Exception {
        companies++;
        String company = Integer.toString(companies);
        List<InboundRecord> sayings = sayings(new Random(seed), new Shipping(company));
        chain.restarted();
        if (chance == null) {
            for (InboundRecord record : sayings) {
                chain.said(record).settled();
            }
        } else {
            shuffle(sayings, chance);
        }
        assertThat(chain.arrivals().missing()).as("records that nobody accounts for").isZero();
        return chain.arrivals().all("main/" + company + "/");
    }

    private static void shuffle(List<InboundRecord> sayings, Random chance) throws Exception {
        List<InboundRecord> rest = new ArrayList<>(sayings);
        sayings.stream().filter(record -> chance.nextInt(3) == 0).forEach(rest::add);
        while (!rest.isEmpty() || chain.isBusy()) {
            if (!chain.isBusy() || !rest.isEmpty() && chance.nextInt(4) == 0) {
                chain.said(rest.remove(chance.nextInt(rest.size())));
            } else {
                chain.step(chance);
            }
        }
    }

    /**
     * Three lines, some of them parts of others, and what is said of their shipments, under so few
     * names that they collide.
     */
    private static List<InboundRecord> sayings(Random random, Shipping shipping) {
        List<InboundRecord> sayings = new ArrayList<>();
        sayings.add(shipping.orderLine(1));
        sayings.add(random.nextBoolean() ? shipping.orderLine(2) : shipping.part(2, 1));
        sayings.add(random.nextBoolean() ? shipping.orderLine(3) : shipping.part(3, 2));
        int notices = random.nextInt(8);
        for (int i = 0; i < notices; i++) {
            sayings.add(
                    shipping.shipNotice(
                            "" + random.nextInt(3),
                            random.nextInt(4),
                            random.nextInt(3),
                            day(random),
                            random.nextInt(4) == 0
                                    ? DocumentPurpose.CANCEL
                                    : DocumentPurpose.REPLACE,
                            names(random, 0)));
        }
        int events = 1 + random.nextInt(6);
        for (int i = 0; i < events; i++) {
            sayings.add(shipping.carrierEvent("c" + i, day(random), names(random, 1)));
        }
        return sayings;
    }

    private static String day(Random random) {
        return "2026-02-0" + (1 + random.nextInt(9));
    }

    private static String[] names(Random random, int atLeast) {
        List<String> names = new ArrayList<>(NAMES);
        int count = atLeast + random.nextInt(3);
        while (names.size() > count) {
            names.remove(random.nextInt(names.size()));
        }
        return names.toArray(String[]::new);
    }
}
