package io.milepost.odoo.changes;

import io.milepost.odoo.client.OdooException;
import java.util.Collection;
import java.util.List;

/** Stock moves of order lines. */
record ReceiptFeed(Origin origin, Records rows, Names names) implements Feed {

    private static final List<Object> OF_AN_ORDER = List.of("purchase_line_id", "!=", false);

    @Override
    public List<String> fields(String model) {
        return List.of("write_date");
    }

    @Override
    public List<Object> conditions(String model) {
        List<Object> company = List.of("company_id", "=", rows.company());
        return model.equals("stock.move") ? List.of(company, OF_AN_ORDER) : List.of(company);
    }

    @Override
    public Collection<Long> concerned(String model, List<Row> changed)
            throws OdooException, InterruptedException {
        List<Long> ids = changed.stream().map(Row::id).toList();
        if (model.equals("stock.move")) {
            return ids;
        }
        return rows.by("stock.move", "picking_id", ids, List.of("write_date"), OF_AN_ORDER).stream()
                .map(Row::id)
                .toList();
    }

    @Override
    public int atOnce() {
        return Records.CHUNK / 2;
    }

    @Override
    public void tell(Collection<Long> ids, News news) throws OdooException, InterruptedException {
        ReceiptMapping mapping = ReceiptMapping.read(origin, rows, names, ids);
        for (Row move : mapping.moves()) {
            news.tell(EntityKind.MOVE, move.id(), () -> mapping.receipt(move));
        }
    }
}
