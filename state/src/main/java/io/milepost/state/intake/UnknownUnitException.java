package io.milepost.state.intake;

/** There is no factor between two units. */
public final class UnknownUnitException extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownUnitException(String unit, String orderUnit) {
        super(
                "unit: expected "
                        + orderUnit
                        + " or a unit with a known factor to it (UN/ECE Recommendation 20) but"
                        + " found "
                        + unit);
    }
}
