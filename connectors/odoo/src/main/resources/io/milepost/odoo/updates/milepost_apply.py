# Milepost: applies commands to Odoo, each effect once. Made and kept by "milepost odoo setup": do not
# edit. Runs as one transaction with the caller's rights; the ledger commits together with the effects.
VERSION = 1
HASH = '@hash@'
CLOCK = 'YYYY-MM-DD HH24:MI:SS.US'
UNITS = {
    'C62': 'product_uom_unit', 'EA': 'product_uom_unit', 'DZN': 'product_uom_dozen', 'KGM': 'product_uom_kgm', 'GRM': 'product_uom_gram',
    'TNE': 'product_uom_ton', 'LBR': 'product_uom_lb', 'ONZ': 'product_uom_oz', 'LTR': 'product_uom_litre', 'MTQ': 'product_uom_cubic_meter',
    'GLL': 'product_uom_gal', 'QT': 'product_uom_qt', 'QTL': 'product_uom_qt', 'OZA': 'product_uom_floz', 'INQ': 'product_uom_cubic_inch',
    'FTQ': 'product_uom_cubic_foot', 'MTR': 'product_uom_meter', 'MMT': 'product_uom_millimeter', 'CMT': 'product_uom_cm', 'KMT': 'product_uom_km',
    'INH': 'product_uom_inch', 'FOT': 'product_uom_foot', 'YRD': 'product_uom_yard', 'SMI': 'product_uom_mile', 'MTK': 'uom_square_meter',
    'FTK': 'uom_square_foot', 'HUR': 'product_uom_hour', 'DAY': 'product_uom_day'}
ask = env.context.get('milepost') or {}
series = int(ask.get('series') or 0)
# The caller's big context goes no further, and a note does not make the bot a follower.
e = env(context={'tz': 'UTC', 'lang': 'en_US', 'mail_create_nosubscribe': True})
cr = env.cr


# Values as text, and what is compared.

def stamp(value):
    return value.strftime('%Y-%m-%d %H:%M:%S') if value else ''


def amount(value):
    return ('%.6f' % value).rstrip('0').rstrip('.')


def same(one, other, number):
    if number and one and other:
        return abs(float(one) - float(other)) < 0.0000005
    return one == other


def last_written(target):
    if target in written:
        return written[target]
    cr.execute('select x_value from x_milepost_effect where x_name = %s', [target])
    row = cr.fetchone()
    return row and row[0]


def absent(value):
    # A branch on "is None" itself makes byte code on Python 3.11 that early builds of Odoo 16 forbid.
    return value is None


def settled(c, target, current, number=False):
    """The outcome if nothing may be written: it is so already, or a person has changed it."""
    if same(current, c.get('value') or '', number):
        return {'s': 'duplicate', 'set': {target: current}}
    expect = c.get('expect')
    if absent(expect) or same(current, expect, number) or same(current, last_written(target), number):
        return None
    return {'s': 'conflict', 'found': current}


# Records that a command names.

def is_locked(order):
    return order.state == 'done' or ('locked' in order._fields and order.locked)


def order_of(c, kind='any'):
    order = orders.get(c.get('order_id'))
    if not order:
        raise UserError('Order %s does not exist' % c.get('order_id'))
    if kind != 'any' and order.state == 'cancel':
        raise UserError('Order %s is cancelled' % order.name)
    if kind == 'lines' and is_locked(order):
        raise UserError('Order %s is locked' % order.name)
    return order


def line_of(c, order):
    line = lines.get(c.get('line_id'))
    if not line or line.order_id != order:
        raise UserError('Line %s of order %s does not exist' % (c.get('line_id'), order.id))
    return line


def open_moves(c, order):
    some = line_of(c, order) if c.get('line_id') else order.order_line
    if 'move_ids' not in some._fields:
        raise UserError('Orders have no receipts here: the app Inventory is not installed')
    moves = some.move_ids.filtered(lambda m: m.state not in ('done', 'cancel') and m.picking_id and m.picking_type_id.code in ('incoming', 'dropship'))
    if not moves and not c.get('receipt_id'):
        raise UserError('Order %s has no open receipt for it' % order.name)
    return moves


def receipt_of(c):
    if not c.get('receipt_id'):
        return open_moves(c, order_of(c, 'open')).picking_id.sorted(lambda p: (p.scheduled_date, p.id))[:1]
    receipt = e['stock.picking'].browse(c['receipt_id']).exists()
    if not receipt or receipt.state == 'cancel':
        raise UserError('Receipt %s %s' % (c['receipt_id'], 'is cancelled' if receipt else 'does not exist'))
    return receipt


def words(c, order):
    note = c.get('note') or c.get('value') or ''
    if c.get('line_id'):
        return '%s: %s' % (line_of(c, order).product_id.display_name, note)
    return note


def html(note):
    return note.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
