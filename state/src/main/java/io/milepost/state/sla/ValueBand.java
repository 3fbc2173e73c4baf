package io.milepost.state.sla;

import io.milepost.events.Severity;
import java.math.BigDecimal;

/**
 * From which open value on a breach is how severe.
 *
 * @param openValueFrom open value of the line in the order's currency
 * @param severity how severe a breach is then
 */
public record ValueBand(BigDecimal openValueFrom, Severity severity) {}
