package io.milepost.pipelines.delivery;

import io.milepost.kafka.inbound.InboundRecord;
import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecord;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.pipelines.milestones.accounts.Bookkeeper;
import io.milepost.pipelines.milestones.clock.ClockGuard;
import io.milepost.pipelines.milestones.clock.FeedWatch;
import io.milepost.pipelines.milestones.output.OutputWriter;
import io.milepost.pipelines.milestones.route.Routed;
import io.milepost.pipelines.milestones.route.RoutedType;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The job partner-delivery without its surroundings: orders in and documents out, documents in and
 * away. Where they come from and go to is the caller's, so tests run the same topology.
 *
 * @param around what stands around it
 * @param watch what the watch over the feeds looks at
 */
record DeliveryTopology(Surroundings around, FeedWatch.Settings watch) {

    /**
     * Builds the job. It promises nothing: its documents are not waited for by a clock.
     *
     * @param orders whole orders, with the heartbeats as watermarks
     * @param queues documents, and what suppliers say
     * @param published records of the topic of profiles
     * @return records for the output topics
     */
    DataStream<OutboundRecord> build(
            DataStream<InboundRecord> orders,
            DataStream<InboundRecord> queues,
            DataStream<InboundRecord> published) {
        return telling(orders).union(sending(queues, published));
    }

    /**
     * What finds the order or the partner has as many subtasks as the source: records that were
     * spread over more of them would lose their order, and with it the same documents in the same
     * order each time.
     */
    private DataStream<OutboundRecord> telling(DataStream<InboundRecord> orders) {
        OutputWriter.Factory writers = around.outputs();
        SingleOutputStreamOperator<Routed> routed =
                orders.transform("clock", InboundRecordTypeInfo.INSTANCE, new ClockGuard<>())
                        .uid(Uids.CLOCK)
                        .setParallelism(orders.getParallelism())
                        .process(new OrderRouteFunction(around.registry(), writers))
                        .returns(RoutedType.INSTANCE)
                        .uid(Uids.ORDER_ROUTE)
                        .name("order route")
                        .setParallelism(orders.getParallelism());
        SingleOutputStreamOperator<OutboundRecord> told =
                routed.keyBy(Routed::key, Types.STRING)
                        .process(new TellingFunction(around.registry(), writers, around.rules()))
                        .returns(OutboundRecordTypeInfo.INSTANCE)
                        .uid(Uids.ORDERS)
                        .name("orders");
        return told.union(
                routed.getSideOutput(OrderRouteFunction.DEAD_LETTERS),
                FeedWatch.over(
                        routed.getSideOutput(OrderRouteFunction.HEARTBEATS),
                        watch,
                        Uids.FEEDS,
                        writers),
                Bookkeeper.of(
                        routed,
                        OrderRouteFunction.ENTRIES,
                        "order-route",
                        Uids.ORDER_ROUTE_BOOKS,
                        writers),
                Bookkeeper.of(told, TellingFunction.ENTRIES, "orders", Uids.ORDER_BOOKS, writers));
    }

    private DataStream<OutboundRecord> sending(
            DataStream<InboundRecord> queues, DataStream<InboundRecord> published) {
        OutputWriter.Factory writers = around.outputs();
        SingleOutputStreamOperator<Routed> routed =
                queues.process(new QueueRouteFunction(around.registry(), writers))
                        .returns(RoutedType.INSTANCE)
                        .uid(Uids.QUEUE_ROUTE)
                        .name("queue route")
                        .setParallelism(queues.getParallelism());
        SingleOutputStreamOperator<OutboundRecord> sent =
                routed.keyBy(Routed::key, Types.STRING)
                        // Nothing is kept in broadcast state: the topic keeps every version.
                        .connect(published.broadcast(SendingFunction.NO_STATE))
                        .process(new SendingFunction(around))
                        .returns(OutboundRecordTypeInfo.INSTANCE)
                        .uid(Uids.SENDING)
                        .name("sending");
        SingleOutputStreamOperator<OutboundRecord> replies =
                routed.getSideOutput(QueueRouteFunction.INTERCHANGES)
                        .keyBy(Routed::key, Types.STRING)
                        .connect(published.broadcast(SendingFunction.NO_STATE))
                        .process(new ReplyFunction(around))
                        .returns(OutboundRecordTypeInfo.INSTANCE)
                        .uid(Uids.REPLIES)
                        .name("replies");
        return sent.union(
                replies,
                Bookkeeper.of(replies, ReplyFunction.ENTRIES, "replies", Uids.REPLY_BOOKS, writers),
                routed.getSideOutput(QueueRouteFunction.DEAD_LETTERS),
                Bookkeeper.of(
                        routed,
                        QueueRouteFunction.ENTRIES,
                        "queue-route",
                        Uids.QUEUE_ROUTE_BOOKS,
                        writers),
                Bookkeeper.of(
                        sent, SendingFunction.ENTRIES, "sending", Uids.SENDING_BOOKS, writers));
    }
}
