# What commands about supplier prices, lead times and linked sale orders do.

def product_of(item):
    prices = e['product.supplierinfo']
    vendor = e['res.partner'].browse(int(item['vendor'])).exists()
    if not vendor:
        raise UserError('Vendor %s does not exist' % item['vendor'])
    found = e['product.product']
    if item.get('own_item'):
        found = found.search([('default_code', '=', item['own_item'])])
    if not found and item.get('gtin'):
        found = e['product.product'].search([('barcode', '=', item['gtin'])])
    if not found and item.get('vendor_item'):
        rows_of_vendor = prices.search([('partner_id', '=', vendor.id), ('product_code', '=', item['vendor_item'])])
        found = rows_of_vendor.product_id or rows_of_vendor.product_tmpl_id.product_variant_ids
    names = '%s / %s / %s' % (item.get('own_item') or '-', item.get('gtin') or '-', item.get('vendor_item') or '-')
    if not found:
        raise UserError('No product has own number / GTIN / vendor number %s' % names)
    if len(found.product_tmpl_id) > 1:
        raise UserError('%s products have own number / GTIN / vendor number %s' % (len(found.product_tmpl_id), names))
    company = item.get('company')
    domain = [('partner_id', '=', vendor.id), ('product_tmpl_id', '=', found.product_tmpl_id.id), ('product_id', 'in', [False] + found.ids)]
    if company:
        domain.append(('company_id', 'in', [False, int(company)]))
    return vendor, found.product_tmpl_id, prices.search(domain)


def unit_of(price, bought_in):
    """The unit that a price is for; one that measures something else than the product is refused."""
    code = price.get('unit')
    if not code:
        return bought_in
    unit = code in UNITS and e.ref('uom.' + UNITS[code], raise_if_not_found=False)
    if not unit:
        raise UserError('Unit %s of the price is not known here' % code)
    # Odoo 19 has no categories, and would convert anything into anything.
    if 'category_id' in unit._fields:
        fits = unit.category_id == bought_in.category_id
    else:
        fits = unit._has_common_reference(bought_in)
    if not fits:
        raise UserError('Unit %s of the price does not convert to %s' % (code, bought_in.name))
    return unit


def unit_of_row(row, bought_in):
    """From 19 on a row has a unit of its own, in which its price and its quantity are."""
    return row.product_uom_id if 'product_uom_id' in row._fields else bought_in


def set_supplier_price(c):
    item = c['item']
    price = c['price']
    vendor, product, all_rows = product_of(item)
    bought_in = product.uom_po_id if 'uom_po_id' in product._fields else product.uom_id
    unit = unit_of(price, bought_in)
    lowest = float(price['min_quantity'])
    number = float(c.get('value') or 0)
    tier = all_rows.browse()
    exact = all_rows.browse()
    for row in all_rows:
        of_row = unit_of_row(row, bought_in)
        least = unit._compute_quantity(lowest, of_row, round=False)
        # Odoo makes rows from 1 on by itself and prefers them to rows from 0 on: they are one tier.
        if abs(row.min_qty - least) < 0.0000005 or (row.min_qty <= 1 and least <= 1):
            tier |= row
            if of_row == unit:
                exact |= row
    # The price of a piece is not that of a pack, where the vendor has both.
    tier = exact or tier
    if absent(c.get('value')):
        if not tier:
            return {'s': 'duplicate'}
        yesterday = datetime.date.today() - datetime.timedelta(days=1)
        for row in tier:
            row.write({'date_end': yesterday, 'date_start': row.date_start if row.date_start and row.date_start < yesterday else False})
        return {}
    currency = e['res.currency'].search([('name', '=', price['currency'])], limit=1)
    if not currency:
        raise UserError('Currency %s is not active' % price['currency'])
    values = {'currency_id': currency.id, 'date_start': price.get('valid_from') or False, 'date_end': price.get('valid_to') or False}
    if tier:
        for row in tier:
            values['price'] = unit._compute_price(number, unit_of_row(row, bought_in))
            row.write(values)
        return {}
    lowest = unit._compute_quantity(lowest, bought_in, round=False)
    values['price'] = unit._compute_price(number, bought_in)
    values.update({'partner_id': vendor.id, 'product_tmpl_id': product.id, 'min_qty': lowest, 'product_code': item.get('vendor_item') or False})
    if item.get('company'):
        values['company_id'] = int(item['company'])
    return {'record': 'product.supplierinfo,%s' % e['product.supplierinfo'].create(values).id}


def set_lead_time(c):
    found = product_of(c['item'])[2]
    if not found:
        raise UserError('Vendor %s has no price of this product yet' % c['item']['vendor'])
    days = c.get('value')
    if absent(days):
        days = e['product.supplierinfo'].default_get(['delay']).get('delay') or 0
    if set(found.mapped('delay')) == set([int(days)]):
        return {'s': 'duplicate'}
    found.write({'delay': int(days)})
    return {}


def sale_promise(c):
    line = line_of(c, order_of(c))
    if 'sale.order' not in e:
        return {'s': 'duplicate', 'error': 'The app Sales is not installed'}
    sold = e['sale.order.line']
    if 'sale_line_id' in line._fields:
        sold |= line.sale_line_id
    if 'move_dest_ids' in line._fields and 'sale_line_id' in e['stock.move']._fields:
        moves = line.move_dest_ids | line.move_ids.move_dest_ids
        for step in range(8):
            sold |= moves.sale_line_id
            moves = moves.move_dest_ids
    made = []
    for sale in sold.order_id.filtered(lambda s: s.state != 'cancel'):
        current = stamp(sale.commitment_date)
        if c['kind'] == 'REVIEW_SALE_PROMISE':
            note = '%s of %s is promised for %s' % (line.product_id.display_name, line.order_id.name, c['value'])
            made.append(activity(sale, c.get('note') or note, sale.user_id))
        elif not current or current < c['value']:
            sale.write({'commitment_date': c['value']})
            made.append('sale.order,%s' % sale.id)
    return {'record': ' '.join(made)} if made else {'s': 'duplicate'}
