/**
 * A double of an Odoo server for tests and for the demo, in this process and in memory.
 *
 * <p>It is <strong>not Odoo</strong>. It answers what Milepost asks of a real server as a real one
 * was seen to answer, on {@code /jsonrpc} and, as version 19, on {@code /json/2}; recorded
 * exchanges with real servers are played against it as tests.
 *
 * <p>What it does:
 *
 * <ul>
 *   <li>one call is one transaction with a snapshot of its own (REPEATABLE READ); calls that would
 *       overwrite what they did not see fail and are tried again, five times in all; records that
 *       another transaction holds are waited for
 *   <li>{@code write_date} is the start of the transaction, microseconds in the database and in
 *       domains, seconds on the wire; a transaction that takes long commits rows of the past
 *   <li>orders, lines, receipts with back orders, returns, bills and credit notes, supplier prices,
 *       messages, activities, users with groups, external ids and {@code load}, models and fields
 *       that are made over the wire
 *   <li>the traps: a quantity that is written alone takes date and price from the price list and
 *       sends goods back that never came; a confirmation makes price list rows; dates of lines move
 *       deadlines but not planned dates of receipts; cancelled and locked orders take writes; two
 *       bills of one number are let through; paging by the last time seen loses rows
 *   <li>server actions, as far as their code is known as a {@link
 *       io.milepost.odoo.embedded.action.Program}: Milepost's own is
 * </ul>
 *
 * <p>What it does not do: run Python, so that what was written a second time in Java has to be kept
 * in step (the same contracts run against the double and, where one is named, against a real
 * server); views, reports, e-mail, webhooks, record rules, several companies, currencies other than
 * the company's, conversion of units, taxes other than 15 %, accounting entries, reservations and
 * lots, changed values in the chatter, {@code read_group}; the lock-out after wrong passwords.
 * Rights are those that were measured and no more. Copies of orders, and commands on lists other
 * than create, update, delete, link and set, fail in so many words. It answers as HTTP/1.1 where
 * the real one says 1.0, and like that one ends the connection after each answer. It doubles 18 and
 * 19 and none of their predecessors.
 *
 * <p>The time that a real server needs it does not need: measure throughput elsewhere.
 *
 * <p>Start with {@link io.milepost.odoo.embedded.EmbeddedOdoo#start}; what a person does in the
 * browser is done by a {@link io.milepost.odoo.embedded.desk.Desk}, what goes wrong is said to
 * {@link io.milepost.odoo.embedded.fault.Faults}, what came of it is asked of {@link
 * io.milepost.odoo.embedded.desk.Counts}.
 */
package io.milepost.odoo.embedded;
