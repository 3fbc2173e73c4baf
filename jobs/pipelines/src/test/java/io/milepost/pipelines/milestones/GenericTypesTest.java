package io.milepost.pipelines.milestones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.kafka.inbound.InboundRecordTypeInfo;
import io.milepost.kafka.outbound.OutboundRecordTypeInfo;
import io.milepost.pipelines.milestones.accounts.EntryType;
import io.milepost.pipelines.milestones.clock.FeedSignalType;
import io.milepost.pipelines.milestones.correlation.BoundNoticeType;
import io.milepost.pipelines.milestones.correlation.CarrierMessageType;
import io.milepost.pipelines.milestones.correlation.DeliveryType;
import io.milepost.pipelines.milestones.correlation.LinkIndexType;
import io.milepost.pipelines.milestones.correlation.OrderIndexType;
import io.milepost.pipelines.milestones.correlation.ShipmentIndexType;
import io.milepost.pipelines.milestones.line.LineStateType;
import io.milepost.pipelines.milestones.route.LinkMessageType;
import io.milepost.pipelines.milestones.route.RoutedType;
import io.milepost.pipelines.milestones.route.ShipmentMessageType;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kryo is off: it would freeze classes into savepoints, and is slow. */
class GenericTypesTest {

    private static final SerializerConfigImpl STRICT = strict();

    static Stream<TypeInformation<?>> types() {
        return Stream.of(
                InboundRecordTypeInfo.INSTANCE,
                OutboundRecordTypeInfo.INSTANCE,
                RoutedType.INSTANCE,
                ShipmentMessageType.INSTANCE,
                FeedSignalType.INSTANCE,
                EntryType.INSTANCE,
                LineStateType.INSTANCE,
                OrderIndexType.INSTANCE,
                BoundNoticeType.INSTANCE,
                LinkMessageType.INSTANCE,
                LinkIndexType.INSTANCE,
                CarrierMessageType.INSTANCE,
                DeliveryType.INSTANCE,
                ShipmentIndexType.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeOfTheJobHasASerializerOfItsOwn(TypeInformation<?> type) {
        assertThat(type.createSerializer(STRICT).getClass().getName()).startsWith("io.milepost.");
    }

    @Test
    void theGuardRefusesATypeThatOnlyKryoCouldWrite() {
        TypeInformation<ZonedDateTime> generic = TypeInformation.of(ZonedDateTime.class);

        assertThatThrownBy(() -> generic.createSerializer(STRICT))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Generic types have been disabled")
                .hasMessageContaining("java.time.ZonedDateTime");
    }

    @Test
    void theGuardIsNotARefusalOfEverything() {
        assertThat(TypeInformation.of(DayOfWeek.class).createSerializer(STRICT)).isNotNull();
        assertThat(List.of(types().toArray())).hasSize(14);
    }

    private static SerializerConfigImpl strict() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        return new SerializerConfigImpl(configuration);
    }
}
