package io.milepost.bench.partners;

import io.milepost.events.PartnerInbound;
import io.milepost.partners.intake.Delivery;
import io.milepost.partners.intake.FolderArchive;
import io.milepost.partners.intake.InboundLog;
import io.milepost.partners.intake.Intake;
import io.milepost.partners.intake.IntakeLimits;
import io.milepost.partners.intake.Receipt;
import io.milepost.partners.message.Format;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** One interchange of 100 MB through the intake: what it costs, and what is held of it at once. */
final class LongInterchange implements InboundLog {

    private static final long LENGTH = 100_000_000;
    private static final int LOOKS = 20;
    private static final int TRANSACTION = 220;

    private static final String HEAD =
            "ISA*00*          *00*          *ZZ*NORTHWIND      *ZZ*ACME           "
                    + "*260302*0911*U*00401*000000007*0*P*>~\n"
                    + "GS*PR*NORTHWIND*ACME*20260302*0911*7*X*004010~\n";

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Long> held = new ArrayList<>();
    private long lookEvery = Long.MAX_VALUE;
    private long pieces;
    private long lookNanos;

    /** Writes it, takes it, and says what that took. */
    String measure(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("long.x12");
        int transactions = write(file);
        lookEvery = transactions / LOOKS;
        try (FolderArchive archive = new FolderArchive(folder.resolve("archive"));
                InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Intake intake = new Intake(archive, this, IntakeLimits.DEFAULT);
            long before = THREADS.getCurrentThreadCpuTime();
            Receipt receipt = intake.take(Delivery.file("northwind", Format.X12, "long.x12"), in);
            double seconds = (THREADS.getCurrentThreadCpuTime() - before - lookNanos) / 1e9;
            if (receipt.transactions() != transactions) {
                throw new IllegalStateException(
                        "expected %,d transactions but found %,d"
                                .formatted(transactions, receipt.transactions()));
            }
            return String.format(
                    Locale.ROOT,
                    "%,d transactions in %,d bytes: %.1f CPU s, %,.0f transactions a CPU second;"
                            + " heap of %d MB, in use after a collection %.1f to %.1f MB",
                    transactions,
                    receipt.length(),
                    seconds,
                    transactions / seconds,
                    Runtime.getRuntime().maxMemory() >> 20,
                    megabytes(held.stream().min(Long::compare).orElseThrow()),
                    megabytes(held.stream().max(Long::compare).orElseThrow()));
        }
    }

    @Override
    public CompletableFuture<Void> append(String key, PartnerInbound piece) {
        try {
            // What a writer does with it before Kafka has it.
            if (PartnerInbound.getEncoder().encode(piece).remaining() == 0) {
                throw new IllegalStateException("a piece has no bytes");
            }
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
        if (++pieces % lookEvery == 0) {
            long before = THREADS.getCurrentThreadCpuTime();
            MEMORY.gc();
            held.add(MEMORY.getHeapMemoryUsage().getUsed());
            lookNanos += THREADS.getCurrentThreadCpuTime() - before;
        }
        return CompletableFuture.completedFuture(null);
    }

    private static int write(Path file) throws IOException {
        int transactions = 0;
        long length = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            length += write(out, HEAD);
            while (length < LENGTH - TRANSACTION) {
                length += write(out, transaction(++transactions));
            }
            write(out, "GE*%d*7~\nIEA*1*000000007~\n".formatted(transactions));
        }
        return transactions;
    }

    private static String transaction(int number) {
        return "ST*855*%1$07d~\nBAK*00*AC*P%1$07d*20260301****OC-%1$07d*20260302~\n"
                        .formatted(number)
                + "PO1*1*10*EA*7.5**VN*BR-7~\nACK*IA*10*EA*067*20260320~\n"
                + "PO1*2*20*EA*7.5**VN*BR-8~\nACK*IA*20*EA*067*20260320~\n"
                + "CTT*2~\nSE*8*%07d~\n".formatted(number);
    }

    private static int write(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes);
        return bytes.length;
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }
}
