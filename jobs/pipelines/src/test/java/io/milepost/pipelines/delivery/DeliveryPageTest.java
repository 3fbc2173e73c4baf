package io.milepost.pipelines.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.pipelines.SettingsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the job's page to what the job has. */
class DeliveryPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "partner-delivery.md");

    @Test
    void thePageHasEverySettingAsItIs() throws IOException {
        assertThat(SettingsTable.found(PAGE))
                .as("settings in docs/partner-delivery.md")
                .isEqualTo(SettingsTable.expected(DeliverySettings.all()));
    }

    @Test
    void thePageNamesEveryOperatorAndTopic() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Uids.all()).allSatisfy(uid -> assertThat(page).contains("`" + uid + "`"));
        assertThat(Stream.of(DeliveryTopics.OUTPUTS, DeliveryTopics.QUEUES, DeliveryTopics.DIRECT))
                .allSatisfy(
                        topics ->
                                assertThat(topics)
                                        .allSatisfy(
                                                topic ->
                                                        assertThat(page)
                                                                .contains(
                                                                        "`" + topic.name() + "`")));
    }

    @Test
    void thePageNamesWhatIsRemembered() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("`" + TellingFunction.TOLD.getName() + "`")
                .contains("`" + ReplyFunction.OUTCOMES.getName() + "`")
                .contains("`" + PartnerQueue.WAITING.getName() + "`")
                .contains("`" + PartnerQueue.MARKS.getName() + "`");
    }
}
