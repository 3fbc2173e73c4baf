package io.milepost.kafka.outbound;

/**
 * Where a transactional id stands at the broker.
 *
 * @param producerId producer that holds the id
 * @param epoch its epoch, which every fencing and every new use raises
 * @param aborted whether the last transaction of the id was aborted or is being so
 */
record TransactionState(long producerId, int epoch, boolean aborted) {}
