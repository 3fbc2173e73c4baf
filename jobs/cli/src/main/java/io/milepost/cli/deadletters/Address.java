package io.milepost.cli.deadletters;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a rejected record lies.
 *
 * @param text topic/partition/offset, with the topic's full name
 */
record Address(String text) {

    /** Reads {@code odoo.receipts/2/1187}. */
    static final class Text implements ITypeConverter<Address> {
        @Override
        public Address convert(String text) {
            if (!text.matches("[A-Za-z0-9._-]+/\\d{1,9}/\\d{1,18}")) {
                throw new TypeConversionException(
                        "expected topic/partition/offset, such as odoo.receipts/2/1187, but found "
                                + text);
            }
            return new Address(text);
        }
    }

    /** The topic's full name. */
    String topic() {
        return text.substring(0, text.indexOf('/'));
    }

    @Override
    public String toString() {
        return text;
    }
}
