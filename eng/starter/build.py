#!/usr/bin/env python3
"""Writes src/Ostrakon/Lists/Starter/starter.jsonl from roster.tsv and the official OFAC files (public domain).

build.py FOLDER: the folder holds sdn.csv, alt.csv and add.csv of the Treasury's legacy set, gzipped or not, with any prefix.
Facts are copied, never guessed: a remark that is not understood is left out. The .NET tests check the result against the official files."""
import csv, glob, gzip, json, os, re, sys
from datetime import datetime

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, '../../src/Ostrakon/Lists/Starter/starter.jsonl')
AS_OF = '2024-05-03'
ALIASES = 10

def rows(path):
    opener = gzip.open if path.endswith('.gz') else open
    with opener(path, 'rt', encoding='latin-1', newline='') as f:
        return [[c.strip() for c in r] for r in csv.reader(f) if len(r) > 1]

def value(cell): return None if cell in ('-0-', '') else cell

def reading_order(name, family_first=False):
    """'PUTIN, Vladimir Vladimirovich' -> ('Vladimir Vladimirovich Putin', 'Putin'); Korean and Chinese names are read family first."""
    if ', ' not in name: return name, None
    family, given = name.split(', ', 1)
    family = re.sub(r"[A-Z]['A-Z]*", lambda m: m[0].capitalize(), family)
    return f'{family} {given}' if family_first else f'{given} {family}', family

def date(text):
    for form, out in (('%d %b %Y', '%Y-%m-%d'), ('%b %Y', '%Y-%m'), ('%Y', '%Y')):
        try: return datetime.strptime(text, form).strftime(out)
        except ValueError: pass
    if text.startswith('circa '): return (date(text[6:]) or '') + '~' if date(text[6:]) else None
    if ' to ' in text:
        a, b = (date(t) for t in text.split(' to ', 1))
        return f'{a}/{b}' if a and b else None
    return None

# What a remark begins with, and the property that holds it.
LABELS = {'DOB': 'birthDate', 'POB': 'birthPlace', 'nationality': 'nationality', 'citizen': 'citizenship', 'Gender': 'gender',
          'Tax ID No.': 'taxNumber', 'Registration Number': 'registrationNumber', 'SWIFT/BIC': 'swiftBic', 'Website': 'website',
          'Organization Established Date': 'incorporationDate', 'Vessel Registration Identification IMO': 'imoNumber',
          'Identification Number IMO': 'imoNumber', 'MMSI': 'mmsi', 'Former Vessel Flag': 'pastFlags', 'Vessel Year of Build': 'buildDate',
          'Aircraft Model': 'model', 'Aircraft Manufacture Date': 'buildDate', "Aircraft Manufacturer's Serial Number (MSN)": 'serialNumber',
          'Aircraft Operator': 'operator', 'Aircraft Tail Number': 'registrationNumber'}
DATES = {'birthDate', 'incorporationDate', 'buildDate'}

def facts(remarks):
    out, wallets, weak, links = {}, [], [], []
    for part in (p.strip().rstrip('.') for p in remarks.split(';')):
        part = re.sub(r'^alt\. ', '', part)
        if m := re.match(r"a\.k\.a\. '(.+)'$", part): weak.append(m[1])
        elif m := re.match(r'Digital Currency Address - (\w+) (\w+)$', part): wallets.append((m[1], m[2]))
        elif m := re.match(r'Linked To: (.+)$', part): links.append(m[1])
        else:
            for label, prop in LABELS.items():
                if part.startswith(label + ' '):
                    v = part[len(label) + 1:]
                    if prop in DATES: v = date(v)
                    elif prop == 'gender': v = v.lower()
                    elif prop in ('taxNumber', 'registrationNumber'): v = re.sub(r' \(.*\)$', '', v)
                    if v and v not in out.setdefault(prop, []): out[prop].append(v)
                    break
    return out, wallets, weak, links

def main(folder):
    def find(name): return rows(sorted(glob.glob(os.path.join(folder, f'*{name}.csv*')))[0])
    sdn = {r[0]: r for r in find('sdn') if len(r) > 11}
    alt, add = {}, {}
    for r in find('alt'): alt.setdefault(r[0], []).append((r[2], r[3]))
    for r in find('add'): add.setdefault(r[0], []).append(r)
    roster = [l.rstrip('\n').split('\t') for l in open(os.path.join(HERE, 'roster.tsv'), encoding='utf-8') if l[0] != '#']
    chosen = {sdn[r[0]][1]: r[0] for r in roster}

    def line(id, schema, caption, props, entry, program, relations=()):
        extras = {'entry': id, 'standsFor': {'list': 'us-ofac-sdn', 'entry': entry}}
        if relations: extras['relations'] = list(relations)
        props = dict(props, sanctions=[{'id': f'{id}-sanction', 'schema': 'Sanction', 'properties': {
            'authority': ['US Treasury, Office of Foreign Assets Control'], 'program': program, 'date': [AS_OF]}}])
        return json.dumps({'id': id, 'schema': schema, 'caption': caption, 'properties': props, 'target': True, 'ostrakon': extras},
                          ensure_ascii=False, separators=(',', ':'))

    out = []
    for number, schema, *rest in roster:
        row = sdn[number]
        program = row[3].split('] [')
        known, wallets, weak, links = facts(row[11])
        native = [n for n in (rest[0].split('|') if rest else []) if n]
        eastern = any('\u3000' < c < '\ud800' for n in native for c in n)
        caption, family = reading_order(row[1], eastern) if schema == 'Person' else (row[1], None)
        names = [caption] + native
        props = {'name': names}
        if family: props['lastName'] = [family]
        aliases = [(t, reading_order(n, eastern)[0] if schema == 'Person' else n) for t, n in alt.get(number, [])][:ALIASES]
        for prop, kinds in (('alias', ('aka', 'nka')), ('previousName', ('fka',))):
            if found := list(dict.fromkeys(n for t, n in aliases if t in kinds)): props[prop] = found
        if weak: props['weakAlias'] = weak
        for cell, prop in ((5, 'callSign'), (6, 'type'), (7, 'tonnage'), (8, 'grossRegisteredTonnage'), (9, 'flag'), (4, 'position')):
            if v := value(row[cell]): props.setdefault(prop, []).append(v)
        props.update(known)
        countries = list(dict.fromkeys(v for r in add.get(number, []) if (v := value(r[4]))))
        if countries and 'nationality' not in props: props['country'] = countries
        if schema == 'Airplane': props.setdefault('registrationNumber', [caption])
        relations = [{'kind': 'linked-to', 'name': n, **({'entry': f'ofac-{chosen[n]}'} if n in chosen else {})} for n in links]
        out.append(line(f'ofac-{number}', schema, caption, props, number, program, relations))
        for i, (currency, key) in enumerate(wallets[:2], 1):
            out.append(line(f'ofac-{number}-wallet-{i}', 'CryptoWallet', key, {'name': [key], 'publicKey': [key], 'currency': [currency]}, number, program,
                            [{'kind': 'held-by', 'name': caption, 'entry': f'ofac-{number}'}]))
    with open(OUT, 'w', encoding='utf-8') as f: f.write('\n'.join(out) + '\n')
    print(len(out), 'parties')

main(sys.argv[1])
