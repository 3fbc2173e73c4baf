# The ledger: which commands are new, how they ended, and where the shard stands.

def skip(c):
    raise UserError(c.get('note') or 'Passed over')


# How a command ends for good. A refused one may be sent again when its cause is gone.
FINAL = ('applied', 'duplicate', 'conflict')
KINDS = {
    'SET_LINE_DATE': set_line_date, 'SET_LINE_QUANTITY': set_line_quantity, 'SPLIT_LINE': split_line, 'POST_NOTE': post,
    'POST_MESSAGE': post, 'REVIEW_ACTIVITY': schedule_activity, 'ASSIGN_ACTIVITY': schedule_activity,
    'COMPLETE_ACTIVITY': complete_activity, 'ACKNOWLEDGE_ORDER': acknowledge_order,
    'SET_VENDOR_REFERENCE': set_vendor_reference, 'SET_RECEIPT_TRACKING': set_receipt_tracking,
    'SET_RECEIPT_DATE': set_receipt_date, 'DRAFT_BILL': draft_bill, 'SET_SUPPLIER_PRICE': set_supplier_price,
    'SET_LEAD_TIME': set_lead_time, 'REVIEW_SALE_PROMISE': sale_promise, 'SET_SALE_PROMISE': sale_promise, 'SKIP': skip}


def attempt(c):
    if c['kind'] not in KINDS:
        return {'s': 'rejected', 'error': 'This action knows no commands of kind %s' % c['kind']}
    point = cr.savepoint()
    try:
        outcome = KINDS[c['kind']](c)
        point.close(rollback=False)
        return outcome
    except UserError as refusal:
        point.close(rollback=True)
        return {'s': 'rejected', 'error': ' '.join(str(refusal).split())[:500]}


def answer(seq, outcome):
    result = {'seq': seq, 's': outcome['s']}
    for field in ('found', 'error', 'record'):
        if outcome.get(field):
            result[field] = outcome[field]
    return result


def known(name):
    """What is known of a command, from this batch or an earlier one."""
    return rows.get(name) or seen.get(name) or {}


def one(c):
    """Answers one command and those that were merged into it."""
    claimed = (c.get('also') or []) + [{'seq': c['seq'], 'id': c['id']}]
    outcome = None
    if int(c['seq']) > mark and known(c['id']).get('s') not in FINAL:
        outcome = attempt(c)
        outcome.setdefault('s', 'applied')
        written.update(outcome.get('set') or {})
    for each in claimed:
        row = known(each['id'])
        if int(each['seq']) <= mark and row.get('shard') == shard and row.get('seq') == each['seq']:
            results.append(answer(each['seq'], row))
        elif row.get('s') == 'conflict':
            # What a person did stays when the same is asked for again.
            results.append(answer(each['seq'], row))
        elif outcome and int(each['seq']) > mark and row.get('s') not in FINAL:
            rows[each['id']] = {
                'kind': c['kind'], 'shard': shard, 'seq': each['seq'], 's': outcome['s'], 'found': outcome.get('found'),
                'error': outcome.get('error'), 'record': outcome.get('record') or None, 'value': None}
            results.append(answer(each['seq'], outcome))
        else:
            results.append(answer(each['seq'], {'s': 'duplicate', 'record': row.get('record')}))


def keep():
    for target, value in written.items():
        rows[target] = {'kind': None, 'shard': shard, 'seq': None, 's': None, 'found': None, 'error': None, 'record': None, 'value': value}
    columns = [list(rows)]
    for field in ('kind', 'shard', 'seq', 's', 'found', 'error', 'record', 'value'):
        column = []
        for row in rows.values():
            column.append(row[field])
        columns.append(column)
    cr.execute('''
        insert into x_milepost_effect (x_name, x_kind, x_shard, x_seq, x_outcome, x_found, x_error, x_record, x_value, create_date, write_date)
        select u.*, now() at time zone 'utc', now() at time zone 'utc'
        from unnest(%s::varchar[], %s::varchar[], %s::varchar[], %s::varchar[], %s::varchar[], %s::varchar[], %s::varchar[], %s::varchar[], %s::varchar[]) u
        on conflict (x_name) do update set x_kind = excluded.x_kind, x_shard = excluded.x_shard, x_seq = excluded.x_seq,
        x_outcome = excluded.x_outcome, x_found = excluded.x_found, x_error = excluded.x_error, x_record = excluded.x_record,
        x_value = excluded.x_value, write_date = excluded.write_date''', columns)


shard = ask.get('shard')
if ask.get('op') == 'version':
    cr.execute("select to_char(clock_timestamp() at time zone 'utc', %s)", [CLOCK])
    action = {'version': VERSION, 'hash': HASH, 'uid': env.uid, 'clock': cr.fetchone()[0]}
    cr.execute("select count(*) from pg_indexes where indexname in ('x_milepost_ledger_name', 'x_milepost_effect_name')")
    action['indexes'] = cr.fetchone()[0]
    cr.execute("select greatest(reltuples, 0)::bigint from pg_class where relname = 'x_milepost_effect'")
    action['effects'] = cr.fetchone()[0]
elif ask.get('op') == 'horizon':
    # One second is taken off for transactions that have begun but are not listed yet.
    cr.execute('''
        select to_char(least(now_at - interval '1 second', oldest), %s), to_char(now_at, %s), others,
               coalesce(extract(epoch from now_at - oldest), 0)::float
        from (select clock_timestamp() at time zone 'utc' as now_at, min(xact_start) at time zone 'utc' as oldest, count(*) as others
              from pg_stat_activity where datname = current_database() and usename = current_user
              and pid <> pg_backend_pid() and xact_start is not null) as activity''', [CLOCK, CLOCK])
    row = cr.fetchone()
    action = {'horizon': row[0], 'clock': row[1], 'open': row[2], 'oldest_seconds': row[3]}
elif ask.get('op') == 'newest':
    # Asked for after the horizon: what is older than that has been committed, and is seen here.
    newest = {}
    for name in ask['models']:
        if name in env:
            cr.execute('select to_char(max(write_date), %%s) from "%s"' % env[name]._table, [CLOCK])
            newest[name] = cr.fetchone()[0]
    action = {'newest': newest}
elif ask.get('op') in ('claim', 'mark'):
    if ask['op'] == 'claim':
        cr.execute("insert into x_milepost_ledger (x_name, x_seq, x_epoch) values (%s, '-1', 0) on conflict (x_name) do nothing", [shard])
        # A claim that was under way when its task died may come after that of the task that followed.
        # It says which epoch it saw, and so comes too late.
        cr.execute('update x_milepost_ledger set x_epoch = x_epoch + 1 where x_name = %s and x_epoch = coalesce(%s, x_epoch)', [shard, ask.get('from')])
        claimed = cr.rowcount == 1
    cr.execute('select x_epoch, x_seq from x_milepost_ledger where x_name = %s', [shard])
    row = cr.fetchone() or (0, '-1')
    action = {'shard': shard, 'epoch': row[0], 'seq': row[1]}
    if ask['op'] == 'claim':
        action['claimed'] = claimed
elif ask.get('op') == 'apply':
    cr.execute('select x_epoch, x_seq from x_milepost_ledger where x_name = %s for update', [shard])
    row = cr.fetchone() or (0, '-1')
    if row[0] != ask['epoch']:
        action = {'shard': shard, 'fenced': True, 'epoch': row[0], 'seq': row[1]}
    else:
        mark = int(row[1])
        commands = ask['commands']
        names = []
        wanted = []
        wanted_orders = []
        for c in commands:
            names += [c['id'], c.get('refers_to') or c['id']] + [each['id'] for each in c.get('also') or []]
            wanted += [c['line_id']] if c.get('line_id') else []
            wanted_orders += [c['order_id']] if c.get('order_id') else []
        cr.execute('select x_name, x_shard, x_seq, x_outcome, x_found, x_error, x_record from x_milepost_effect where x_name = any(%s)', [names])
        seen = {}
        for row in cr.fetchall():
            seen[row[0]] = {'shard': row[1], 'seq': row[2], 's': row[3], 'found': row[4], 'error': row[5], 'record': row[6]}
        orders = {}
        for order in e['purchase.order'].browse(sorted(set(wanted_orders))).exists():
            orders[order.id] = order
        lines = {}
        for line in e['purchase.order.line'].browse(sorted(set(wanted))).exists():
            lines[line.id] = line
        rows = {}
        written = {}
        results = []
        for c in commands:
            one(c)
        last = int(commands[-1]['seq']) if commands else mark
        if last > mark:
            keep()
            mark = last
            cr.execute('update x_milepost_ledger set x_seq = %s, write_date = now() at time zone %s where x_name = %s', [str(mark), 'utc', shard])
        action = {'shard': shard, 'epoch': ask['epoch'], 'seq': str(mark), 'results': results}
else:
    raise UserError('Milepost: unknown operation %s' % ask.get('op'))
