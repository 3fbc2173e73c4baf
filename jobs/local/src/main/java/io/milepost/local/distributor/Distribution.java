package io.milepost.local.distributor;

/** A distribution by some of its quantiles, straight between them. */
final class Distribution {

    private final double[] shares;
    private final double[] values;

    private Distribution(double[] shares, double[] values) {
        this.shares = shares;
        this.values = values;
    }

    /**
     * By pairs of share and value.
     *
     * @param pairs share, value, share, value, both ascending, from share 0 to share 1
     */
    static Distribution of(double... pairs) {
        double[] shares = new double[pairs.length / 2];
        double[] values = new double[pairs.length / 2];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = pairs[2 * i];
            values[i] = pairs[2 * i + 1];
        }
        return new Distribution(shares, values);
    }

    /** The value at a share. */
    double at(double share) {
        int upper = 1;
        while (upper < shares.length - 1 && shares[upper] < share) {
            upper++;
        }
        double low = shares[upper - 1];
        double part = (share - low) / (shares[upper] - low);
        return values[upper - 1] + part * (values[upper] - values[upper - 1]);
    }
}
