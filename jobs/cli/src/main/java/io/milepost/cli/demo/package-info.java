/** {@code milepost demo}: the whole of Milepost on one machine, fed by a distributor that lives. */
package io.milepost.cli.demo;
