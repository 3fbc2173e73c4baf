package io.milepost.odoo.changes;

/** What an event is about. The order of the kinds is part of a stored format. */
enum EntityKind {
    LINE("purchase.order.line"),
    ORDER("purchase.order"),
    MOVE("stock.move"),
    SERVICE("purchase.order.line.service"),
    BILL_LINE("account.move.line");

    private final String model;

    EntityKind(String model) {
        this.model = model;
    }

    /** Odoo's name of it, part of the event's identity. */
    String model() {
        return model;
    }
}
