# What commands about orders and lines do. Each answers with its outcome, what it made and what it wrote where.

def set_line_date(c):
    line = line_of(c, order_of(c, 'lines'))
    target = 'purchase.order.line,%s,date_planned' % line.id
    outcome = settled(c, target, stamp(line.date_planned))
    if outcome:
        return outcome
    line.write({'date_planned': c['value']})
    return {'set': {target: stamp(line.date_planned)}}


def set_line_quantity(c):
    order = order_of(c, 'lines')
    line = line_of(c, order)
    target = 'purchase.order.line,%s,product_qty' % line.id
    outcome = settled(c, target, amount(line.product_qty), True)
    if outcome:
        return outcome
    # Without a date in the same write Odoo takes date, price and discount from the price list again.
    date = c.get('date') or stamp(line.date_planned or order.date_order)
    line.write({'product_qty': float(c['value']), 'date_planned': date})
    made = {target: amount(line.product_qty)}
    if c.get('date'):
        made['purchase.order.line,%s,date_planned' % line.id] = stamp(line.date_planned)
    return {'set': made}


def split_line(c):
    order = order_of(c, 'lines')
    line = line_of(c, order)
    total = 0.0
    for part in c['parts']:
        total += float(part['quantity'])
    if not same(amount(line.product_qty), amount(total), True):
        return {'s': 'conflict', 'found': amount(line.product_qty)}
    # Odoo keeps fewer decimals than a supplier may name. What rounding takes or adds, the last part bears.
    decimals = line._fields['product_qty'].get_digits(e)[1]
    rest = line.product_qty
    quantities = []
    for part in c['parts']:
        quantities.append(round(float(part['quantity']), decimals))
        rest = round(rest - quantities[-1], decimals)
    quantities[-1] = round(quantities[-1] + rest, decimals)
    if min(quantities) <= 0:
        raise UserError('A part of line %s is too small for %s decimals' % (line.id, decimals))
    changes = []
    for part, quantity in zip(c['parts'], quantities):
        values = {'product_qty': quantity, 'date_planned': part['date']}
        if changes:
            copy = line.copy_data(values)[0]
            copy.pop('order_id', None)
            # The moves that wait for the line stay with the first part: a copy would be given their whole demand.
            copy.pop('move_dest_ids', None)
            changes.append((0, 0, copy))
        else:
            changes.append((1, line.id, values))
    before = set(order.order_line.ids)
    order.write({'order_line': changes})
    place = 'purchase.order.line,%s,' % line.id
    values = {place + 'product_qty': amount(line.product_qty), place + 'date_planned': stamp(line.date_planned)}
    made = []
    for child in sorted(set(order.order_line.ids) - before):
        made.append('purchase.order.line,%s' % child)
        # No field of Odoo's has it: whoever reads the line finds it here.
        values['purchase.order.line,%s,split_of' % child] = str(line.id)
    return {'record': ' '.join(made), 'set': values}


def post(c):
    order = order_of(c)
    body = words(c, order)
    if c['kind'] == 'POST_MESSAGE':
        subtype = 'mail.mt_comment'
        sort = 'comment'
    else:
        subtype = 'mail.mt_note'
        sort = 'notification'
    # Odoo 16 takes text for HTML, later ones escape it.
    message = order.message_post(body=html(body) if series == 16 else body, subtype_xmlid=subtype, message_type=sort)
    return {'record': 'mail.message,%s' % message.id}


def activity(record, note, responsible):
    made = record.activity_schedule('mail.mail_activity_data_todo', summary='Milepost', note=html(note), user_id=(responsible or user).id)
    return 'mail.activity,%s' % made.id


def schedule_activity(c):
    order = order_of(c)
    responsible = order.user_id
    if c['kind'] == 'ASSIGN_ACTIVITY' and c.get('assignee'):
        name = str(c['assignee'])
        responsible = e['res.users'].search([('login', '=', name)], limit=1)
        if not responsible and name.isdigit():
            responsible = e['res.users'].browse(int(name)).exists()
        if not responsible:
            raise UserError('User %s does not exist' % name)
    return {'record': activity(order, words(c, order), responsible)}


def complete_activity(c):
    earlier = known(c.get('refers_to'))
    if not (earlier.get('record') or '').startswith('mail.activity,'):
        raise UserError('Command %s made no activity' % c.get('refers_to'))
    done = True
    for name in earlier['record'].split(' '):
        made = e['mail.activity'].browse(int(name.split(',')[1])).exists()
        if made and ('active' not in made._fields or made.active):
            made.action_feedback(feedback=c.get('note') or False)
            done = False
    return {'s': 'duplicate'} if done else {}


def acknowledge_order(c):
    order = order_of(c, 'open')
    field = 'acknowledged' if 'acknowledged' in order._fields else 'mail_reception_confirmed'
    if order[field]:
        return {'s': 'duplicate'}
    order.write({field: True})
    return {}


def set_vendor_reference(c):
    order = order_of(c, 'open')
    target = 'purchase.order,%s,partner_ref' % order.id
    outcome = settled(c, target, order.partner_ref or '')
    if outcome:
        return outcome
    order.write({'partner_ref': c['value']})
    return {'set': {target: order.partner_ref}}
