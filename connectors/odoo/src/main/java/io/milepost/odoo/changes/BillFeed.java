package io.milepost.odoo.changes;

import io.milepost.odoo.client.OdooException;
import java.util.Collection;
import java.util.List;

/** Lines of vendor bills that belong to order lines. */
record BillFeed(Origin origin, Records rows, Names names) implements Feed {

    private static final List<Object> OF_AN_ORDER = List.of("purchase_line_id", "!=", false);

    @Override
    public List<String> fields(String model) {
        return List.of("write_date");
    }

    @Override
    public List<Object> conditions(String model) {
        List<Object> company = List.of("company_id", "=", rows.company());
        return List.of(
                company,
                model.equals("account.move")
                        ? List.of("move_type", "in", BillMapping.TYPES)
                        : OF_AN_ORDER);
    }

    @Override
    public Collection<Long> concerned(String model, List<Row> changed)
            throws OdooException, InterruptedException {
        List<Long> ids = changed.stream().map(Row::id).toList();
        if (model.equals("account.move.line")) {
            return ids;
        }
        List<Row> lines =
                rows.by("account.move.line", "move_id", ids, List.of("write_date"), OF_AN_ORDER);
        return lines.stream().map(Row::id).toList();
    }

    @Override
    public int atOnce() {
        return Records.CHUNK / 2;
    }

    @Override
    public void tell(Collection<Long> ids, News news) throws OdooException, InterruptedException {
        BillMapping mapping = BillMapping.read(origin, rows, names, ids);
        for (Row line : mapping.lines()) {
            if (mapping.isBill(line)) {
                news.tell(EntityKind.BILL_LINE, line.id(), () -> mapping.bill(line));
            }
        }
    }
}
