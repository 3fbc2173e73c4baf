package io.milepost.odoo.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions, indexes and locks below the models. */
class StoreTest {
    private static final String TABLE = "things";
    private Store store;

    @BeforeEach
    void create() {
        store = new Store(Clock.systemUTC());
        store.define(TABLE, List.of("name"));
    }

    private static Row row(long id, String name) {
        return Row.of(id, Map.of("name", name));
    }

    private void commit(long id, String name) {
        try (Transaction transaction = store.begin()) {
            transaction.put(TABLE, row(id, name));
            transaction.commit();
        }
    }

    @Test
    void anIndexFindsWhatItsReaderSees() {
        commit(1, "old");
        try (Transaction before = store.begin()) {
            commit(1, "new");
            assertThat(before.scan(TABLE).with("name", List.of("old"))).hasSize(1);
            assertThat(before.scan(TABLE).with("name", List.of("new"))).isEmpty();
        }
        try (Transaction after = store.begin()) {
            assertThat(after.scan(TABLE).with("name", List.of("old"))).isEmpty();
            assertThat(after.scan(TABLE).with("name", List.of("new"))).hasSize(1);
        }
    }

    @Test
    void aWalkInOrderTellsEachRecordOnceWhereItsReaderSeesIt() {
        commit(1, "b");
        commit(2, "a");
        try (Transaction before = store.begin()) {
            commit(1, "z");
            assertThat(walk(before)).containsExactly(2L, 1L);
        }
        commit(3, "y");
        try (Transaction after = store.begin()) {
            assertThat(walk(after)).containsExactly(2L, 3L, 1L);
        }
    }

    @Test
    void whatIsDeletedIsGoneForThoseWhoBeginLater() {
        commit(1, "a");
        try (Transaction before = store.begin()) {
            try (Transaction deleting = store.begin()) {
                deleting.remove(TABLE, 1);
                deleting.commit();
            }
            assertThat(before.get(TABLE, 1)).isNotNull();
            assertThatThrownBy(() -> before.put(TABLE, row(1, "b")))
                    .isInstanceOf(ConflictException.class);
        }
        try (Transaction after = store.begin()) {
            assertThat(after.scan(TABLE).all()).isEmpty();
        }
    }

    @Test
    void aSavepointBringsBackWhatWasThere() {
        commit(1, "a");
        try (Transaction transaction = store.begin()) {
            transaction.put(TABLE, row(1, "b"));
            int savepoint = transaction.savepoint();
            transaction.put(TABLE, row(1, "c"));
            transaction.put(TABLE, row(2, "d"));
            transaction.remove(TABLE, 1);
            transaction.rollbackTo(savepoint);
            assertThat(transaction.get(TABLE, 1).text("name")).isEqualTo("b");
            assertThat(transaction.get(TABLE, 2)).isNull();
        }
    }

    @Test
    void twoThatWaitForEachOtherAreADeadlockOfOne() throws Exception {
        commit(1, "a");
        commit(2, "b");
        Transaction one = store.begin();
        Transaction two = store.begin();
        one.put(TABLE, row(1, "one"));
        two.put(TABLE, row(2, "two"));
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> end(one, 2));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> end(two, 1));
        List<String> lost = new ArrayList<>();
        for (CompletableFuture<Void> each : List.of(first, second)) {
            try {
                each.get(10, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                lost.add(((ConflictException) e.getCause()).pythonName());
            }
        }
        assertThat(lost).contains("psycopg2.errors.DeadlockDetected");
    }

    @Test
    void aUniqueValueIsFreeAgainWhenItsOwnerRolledBack() throws Exception {
        Transaction first = store.begin();
        first.claim(TABLE, "name", "a", 1, "uniq");
        first.put(TABLE, row(1, "a"));
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(
                        () -> {
                            try (Transaction other = store.begin()) {
                                other.claim(TABLE, "name", "a", 2, "uniq");
                                other.put(TABLE, row(2, "a"));
                                other.commit();
                            }
                        });
        first.close();
        second.get(10, TimeUnit.SECONDS);
        try (Transaction third = store.begin()) {
            assertThatThrownBy(() -> third.claim(TABLE, "name", "a", 3, "uniq"))
                    .isInstanceOf(UniqueViolationException.class)
                    .hasMessageContaining("Key (name)=(a) already exists");
        }
    }

    private static void end(Transaction transaction, long id) {
        try (transaction) {
            transaction.put(TABLE, row(id, "mine"));
            transaction.commit();
        }
    }

    private static List<Long> walk(Transaction transaction) {
        List<Long> ids = new ArrayList<>();
        transaction
                .scan(TABLE)
                .inOrder(
                        "name",
                        null,
                        row -> {
                            ids.add(row.id());
                            return true;
                        });
        return ids;
    }
}
