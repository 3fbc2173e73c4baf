package io.milepost.bench.story;

/** The stories by what is asked of them. */
public final class Stories {

    private Stories() {}

    /**
     * A story.
     *
     * @param facts how many a line has; the distributor's lines have as many as they have
     */
    public static Story of(Mix mix, int lines, int facts) {
        return mix == Mix.DISTRIBUTOR
                ? new DistributorStory(lines)
                : new OpenLines(lines, facts, mix);
    }
}
