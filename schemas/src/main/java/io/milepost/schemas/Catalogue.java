package io.milepost.schemas;

import io.milepost.events.Account;
import io.milepost.events.CarrierEvent;
import io.milepost.events.DeadLetter;
import io.milepost.events.Heartbeat;
import io.milepost.events.ItemEvent;
import io.milepost.events.LineMilestone;
import io.milepost.events.LineStatus;
import io.milepost.events.OdooBill;
import io.milepost.events.OdooCommand;
import io.milepost.events.OdooOrder;
import io.milepost.events.OdooOrderLine;
import io.milepost.events.OdooReceipt;
import io.milepost.events.OdooResult;
import io.milepost.events.PartnerDelivery;
import io.milepost.events.PartnerInbound;
import io.milepost.events.PartnerOutbound;
import io.milepost.events.PartnerProfileVersion;
import io.milepost.events.SlaAlert;
import io.milepost.events.SlaPolicy;
import io.milepost.events.SupplierEvent;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every topic of Milepost, in one place. Creation, job code and documentation are derived from it.
 */
public final class Catalogue {

    static {
        TrustedEvents.trust();
    }

    /**
     * Kafka header that marks a heartbeat and holds its promise, decimal microseconds in UTF-8.
     * Heartbeats travel in the data topics, so that their place among the records counts.
     */
    public static final String HEARTBEAT_HEADER = "milepost-heartbeat";

    /** Key of heartbeat records. */
    public static final String HEARTBEAT_KEY = "heartbeat";

    /** Subject of the heartbeat schema: one for all topics (RecordNameStrategy). */
    public static final String HEARTBEAT_SUBJECT = Heartbeat.getClassSchema().getFullName();

    /** Partitions of every topic that is read or written by line. */
    private static final int PARTITIONS = 4;

    /** Order lines as Odoo has them. */
    public static final Topic<OdooOrderLine> ORDER_LINES =
            input(
                    "odoo.order-lines",
                    KeyType.LINE,
                    OdooOrderLine.class,
                    "odoo-changes",
                    "Purchase-order lines with their header, whole, again at every change.");

    /** Receipts and returns as Odoo has them. */
    public static final Topic<OdooReceipt> RECEIPTS =
            input(
                    "odoo.receipts",
                    KeyType.LINE,
                    OdooReceipt.class,
                    "odoo-changes",
                    "Stock moves of purchase-order lines, planned and done.");

    /** Vendor bills as Odoo has them. */
    public static final Topic<OdooBill> BILLS =
            input(
                    "odoo.bills",
                    KeyType.LINE,
                    OdooBill.class,
                    "odoo-changes",
                    "Vendor-bill lines of purchase-order lines, and how far they are paid.");

    /** Whole orders. */
    public static final Topic<OdooOrder> ORDERS =
            input(
                    "odoo.orders",
                    KeyType.ORDER,
                    OdooOrder.class,
                    "odoo-changes",
                    "Whole purchase orders, from which outbound documents are made.");

    /** Outcomes of commands. */
    public static final Topic<OdooResult> RESULTS =
            input(
                    "odoo.results",
                    KeyType.LINE_OR_ITEM,
                    OdooResult.class,
                    "odoo-updates",
                    "What became of each command in Odoo.");

    /** What partners send, as they sent it. */
    public static final Topic<PartnerInbound> PARTNER_INBOUND =
            new Topic<>(
                    "partner.inbound",
                    KeyType.INTERCHANGE,
                    PartnerInbound.class,
                    PARTITIONS,
                    Retention.days(90),
                    Timestamps.BROKER,
                    Compatibility.BACKWARD_TRANSITIVE,
                    Guarantee.BY_WRITER,
                    "intake",
                    "Transactions as partners sent them, one each, and what each interchange"
                            + " held.");

    /** Profiles of partners. */
    public static final Topic<PartnerProfileVersion> PARTNER_PROFILES =
            new Topic<>(
                    "partner.profiles",
                    KeyType.PROFILE_VERSION,
                    PartnerProfileVersion.class,
                    1,
                    Retention.latestOfKey(),
                    Timestamps.WRITER,
                    Compatibility.BACKWARD_TRANSITIVE,
                    Guarantee.BY_WRITER,
                    "operations",
                    "Profiles of partners; the latest stage of every version is kept.");

    /** Documents for partners. */
    public static final Topic<PartnerOutbound> PARTNER_OUTBOUND =
            new Topic<>(
                    "partner.outbound",
                    KeyType.PARTNER,
                    PartnerOutbound.class,
                    PARTITIONS,
                    Retention.days(90),
                    Timestamps.WRITER,
                    Compatibility.BACKWARD_TRANSITIVE,
                    Guarantee.EXACTLY_ONCE,
                    "partner-delivery",
                    "Orders, changes and cancellations as they are owed to partners.");

    /** What was sent to partners. */
    public static final Topic<PartnerDelivery> PARTNER_DELIVERIES =
            new Topic<>(
                    "partner.deliveries",
                    KeyType.DOCUMENT,
                    PartnerDelivery.class,
                    PARTITIONS,
                    Retention.latestOfKey(),
                    Timestamps.WRITER,
                    Compatibility.BACKWARD_TRANSITIVE,
                    Guarantee.BY_WRITER,
                    "partner-delivery",
                    "The ledger of what was sent to partners, by document: the memory that nothing"
                            + " is sent twice.");

    /** What suppliers say. */
    public static final Topic<SupplierEvent> SUPPLIER_EVENTS =
            input(
                    "supplier.events",
                    KeyType.ORDER,
                    SupplierEvent.class,
                    "partner-intake",
                    "Acknowledgements, ship notices, invoices and the like, one order line each.");

    /** What carriers say. */
    public static final Topic<CarrierEvent> CARRIER_EVENTS =
            input(
                    "carrier.events",
                    KeyType.SHIPMENT,
                    CarrierEvent.class,
                    "partner-intake",
                    "Statuses of shipments, planned, estimated and actual.");

    /** What suppliers say of their items. */
    public static final Topic<ItemEvent> SUPPLIER_ITEMS =
            input(
                    "supplier.items",
                    KeyType.ITEM,
                    ItemEvent.class,
                    "partner-intake",
                    "Stock, prices, lead times and quality of suppliers' items, without an order.");

    /** Service-level rules, every version. */
    public static final Topic<SlaPolicy> POLICIES =
            new Topic<>(
                    "sla.policies",
                    KeyType.RULE_VERSION,
                    SlaPolicy.class,
                    1,
                    Retention.forever(),
                    Timestamps.WRITER,
                    Compatibility.BACKWARD_TRANSITIVE,
                    Guarantee.BY_WRITER,
                    "operations",
                    "Service-level rules; every version is kept.");

    /** Milestones reached, revised, withdrawn. */
    public static final Topic<LineMilestone> MILESTONES =
            output(
                    "po-line.milestones",
                    KeyType.LINE,
                    LineMilestone.class,
                    Retention.days(400),
                    "milestones",
                    "Milestones of purchase-order lines as they are reached and revised.");

    /** The state of each line. */
    public static final Topic<LineStatus> STATUS =
            output(
                    "po-line.status",
                    KeyType.LINE,
                    LineStatus.class,
                    Retention.latestOfKey(),
                    "milestones",
                    "Where each purchase-order line stands; the latest record of a key.");

    /** Alert episodes. */
    public static final Topic<SlaAlert> ALERTS =
            output(
                    "sla.alerts",
                    KeyType.ALERT,
                    SlaAlert.class,
                    Retention.days(400),
                    "milestones, supplier-items, partner-delivery",
                    "Breaches of service levels, silent feeds, what is wrong with items and"
                            + " documents that suppliers did not take, as episodes with a stable"
                            + " id.");

    /** Commands to Odoo. */
    public static final Topic<OdooCommand> COMMANDS =
            new Topic<>(
                    "odoo.commands",
                    KeyType.LINE_OR_ITEM,
                    OdooCommand.class,
                    PARTITIONS,
                    Retention.days(60),
                    Timestamps.WRITER,
                    Compatibility.BACKWARD_TRANSITIVE,
                    Guarantee.EXACTLY_ONCE,
                    "milestones, supplier-items",
                    "The outbox of changes that Odoo is asked for.");

    /** Rejected records. */
    public static final Topic<DeadLetter> DEAD_LETTERS =
            new Topic<>(
                    "dead-letters",
                    KeyType.ADDRESS,
                    DeadLetter.class,
                    PARTITIONS,
                    Retention.days(90),
                    Timestamps.WRITER,
                    Compatibility.BACKWARD_TRANSITIVE,
                    Guarantee.EXACTLY_ONCE,
                    "every job",
                    "Rejected records with their bytes, address and cause.");

    /** What became of the records that came in. */
    public static final Topic<Account> ACCOUNTS =
            output(
                    "pipeline.accounts",
                    KeyType.READ_TOPIC,
                    Account.class,
                    Retention.days(400),
                    "every job",
                    "How many records each job took from each topic, and what became of them.");

    private static final List<Topic<?>> ALL =
            List.of(
                    ORDER_LINES,
                    RECEIPTS,
                    BILLS,
                    ORDERS,
                    RESULTS,
                    PARTNER_INBOUND,
                    PARTNER_PROFILES,
                    PARTNER_OUTBOUND,
                    PARTNER_DELIVERIES,
                    SUPPLIER_EVENTS,
                    CARRIER_EVENTS,
                    SUPPLIER_ITEMS,
                    POLICIES,
                    MILESTONES,
                    STATUS,
                    ALERTS,
                    COMMANDS,
                    DEAD_LETTERS,
                    ACCOUNTS);

    private Catalogue() {}

    /** Every topic, inputs first. */
    public static List<Topic<?>> all() {
        return ALL;
    }

    /** Schema of the heartbeats that travel in the data topics. */
    public static Schema heartbeatSchema() {
        return Heartbeat.getClassSchema();
    }

    private static <V extends SpecificRecord> Topic<V> input(
            String name, KeyType key, Class<V> value, String owner, String purpose) {
        return new Topic<>(
                name,
                key,
                value,
                PARTITIONS,
                Retention.days(400),
                Timestamps.WRITER,
                Compatibility.BACKWARD_TRANSITIVE,
                Guarantee.BY_WRITER,
                owner,
                purpose);
    }

    private static <V extends SpecificRecord> Topic<V> output(
            String name,
            KeyType key,
            Class<V> value,
            Retention retention,
            String owner,
            String purpose) {
        return new Topic<>(
                name,
                key,
                value,
                PARTITIONS,
                retention,
                Timestamps.WRITER,
                Compatibility.FULL_TRANSITIVE,
                Guarantee.EXACTLY_ONCE,
                owner,
                purpose);
    }
}
