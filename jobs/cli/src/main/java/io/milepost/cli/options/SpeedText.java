package io.milepost.cli.options;

import io.milepost.local.feed.Speed;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A speed: a number of simulated seconds per second, or {@code max}. */
public final class SpeedText implements ITypeConverter<Speed> {

    @Override
    public Speed convert(String text) {
        try {
            return Speed.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
