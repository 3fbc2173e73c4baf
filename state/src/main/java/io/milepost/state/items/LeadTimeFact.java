package io.milepost.state.items;

/**
 * How long the supplier takes.
 *
 * @param header identity and version
 * @param days days from order to delivery
 * @param validFrom from when on it holds, microseconds
 */
public record LeadTimeFact(ItemHeader header, int days, long validFrom) implements ItemFact {

    @Override
    public LeadTimeFact withHeader(ItemHeader other) {
        return new LeadTimeFact(other, days, validFrom);
    }

    @Override
    public String subject() {
        return "lead-time";
    }
}
