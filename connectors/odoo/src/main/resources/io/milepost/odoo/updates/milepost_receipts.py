# What commands about receipts and bills do.

def set_receipt_tracking(c):
    receipt = receipt_of(c)
    if 'carrier_tracking_ref' not in receipt._fields:
        raise UserError('Receipts have no tracking reference here: the app Delivery Costs is not installed')
    target = 'stock.picking,%s,carrier_tracking_ref' % receipt.id
    outcome = settled(c, target, receipt.carrier_tracking_ref or '')
    if outcome:
        return outcome
    receipt.write({'carrier_tracking_ref': c['value']})
    return {'set': {target: receipt.carrier_tracking_ref}}


def set_receipt_date(c):
    if c.get('receipt_id'):
        record = receipt_of(c)
        field = 'scheduled_date'
        target = 'stock.picking,%s,scheduled_date' % record.id
        if record.state == 'done':
            raise UserError('Receipt %s is done' % record.name)
        current = stamp(record.scheduled_date)
    else:
        record = open_moves(c, order_of(c, 'open'))
        field = 'date'
        target = 'purchase.order.line,%s,move_date' % c['line_id'] if c.get('line_id') else 'purchase.order,%s,move_date' % c['order_id']
        current = stamp(min(record.mapped('date')))
    outcome = settled(c, target, current)
    if outcome:
        return outcome
    record.write({field: c['value']})
    return {'set': {target: c['value']}}


def draft_bill(c):
    order = order_of(c, 'open')
    if order.state not in ('purchase', 'done'):
        raise UserError('Order %s is not confirmed' % order.name)
    bill = c['bill']
    owner = order.partner_id.commercial_partner_id
    # The row is written with every bill, so two at once of one vendor and number cannot both commit. It holds
    # the bill that was made here.
    guard = 'bill,%s,%s,%s' % (order.company_id.id, owner.id, c['value'])
    moves = e['account.move'].with_company(order.company_id)
    known = moves.search([
        ('move_type', '=', 'in_invoice'), ('commercial_partner_id', '=', owner.id), ('ref', '=', c['value']),
        ('company_id', '=', order.company_id.id), ('state', '!=', 'cancel')], limit=1)
    record = 'account.move,%s' % known.id
    missing = []
    for entry in bill['lines']:
        if entry['line_id'] not in known.invoice_line_ids.purchase_line_id.ids:
            missing.append(entry)
    # The lines of one invoice come one by one: a draft that was made here takes them, no other bill does.
    if known and (not missing or known.state != 'draft' or last_written(guard) != record):
        return {'s': 'duplicate', 'record': record, 'set': {guard: last_written(guard) or ''}}
    currency = known.currency_id or order.currency_id
    if known and bill.get('currency') and bill['currency'] != currency.name:
        raise UserError('Bill %s is in %s, and not in %s' % (c['value'], currency.name, bill['currency']))
    if bill.get('currency') and bill['currency'] != currency.name:
        currency = e['res.currency'].search([('name', '=', bill['currency'])], limit=1)
        if not currency:
            raise UserError('Currency %s is not active' % bill['currency'])
    entries = []
    for entry in missing:
        line = e['purchase.order.line'].browse(entry['line_id']).exists()
        if not line or line.order_id != order:
            raise UserError('Line %s of order %s does not exist' % (entry['line_id'], order.id))
        values = line._prepare_account_move_line()
        values.update({'quantity': float(entry['quantity']), 'price_unit': float(entry['price']), 'discount': 0.0})
        entries.append((0, 0, values))
    if known:
        known.write({'invoice_line_ids': entries})
        return {'record': record, 'set': {guard: record}}
    made = moves.create({
        'move_type': 'in_invoice', 'partner_id': order.partner_id.id, 'ref': c['value'], 'invoice_date': bill['date'],
        'currency_id': currency.id, 'invoice_origin': order.name, 'invoice_payment_term_id': order.payment_term_id.id,
        'fiscal_position_id': order.fiscal_position_id.id, 'invoice_line_ids': entries})
    record = 'account.move,%s' % made.id
    return {'record': record, 'set': {guard: record}}
