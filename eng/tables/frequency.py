#!/usr/bin/env python3
"""Writes Names/Tables/frequency.tsv: how common the commonest name words are. frequency.py DATA (the folder with lists/, names/, negatives/).

Sources: names of the OFAC lists (United States government work, public domain); Latin forms of the name pairs of
steveash/NETransliteration-COLING2018 (Wikidata, CC0); popular names by country (sigpwned, CC0). Run from the project's root."""
import collections, csv, gzip, math, re, sys
from pathlib import Path

TABLES = Path('src/Ostrakon/Names/Tables')
FOLD = {}
for line in (TABLES / 'folding.tsv').read_text(encoding='utf-8').splitlines():
    if line and line[0] != '#': FOLD[int(line.split('\t')[0], 16)] = line.split('\t')[1]

def words(name):
    return re.findall('[a-z]{2,}', re.sub("['’‘`]", '', ''.join(FOLD.get(ord(c), c.lower()) for c in name)))

data, count = Path(sys.argv[1]), collections.Counter()
for file, column in (('lists/ofac/sdn_2024-05-03.csv.gz', 1), ('lists/ofac/set_2026-08/alt.csv.gz', 3)):
    for row in csv.reader(gzip.open(data / file, 'rt', encoding='latin-1')):
        if len(row) > column: count.update(set(words(row[column])))
for file in ('full_korean', 'full_hebrew'):
    for line in gzip.open(data / f'names/{file}.tsv.gz', 'rt', encoding='utf-8'): count.update(set(words(line.split('\t')[0])))
for row in csv.DictReader(open(data / 'negatives/name_parts_by_country.csv', encoding='utf-8')):
    for w in words(row['name']): count[w] += 12      # a name that leads its country's list
common = sorted((w, n) for w, n in count.items() if n >= 6)
(TABLES / 'frequency.tsv').write_text('''# How common the commonest words of names are. Written by eng/tables/frequency.py: do not edit.
# Sources: OFAC lists (public domain), Wikidata name pairs (CC0), popular names by country (CC0).
# word	ten times the binary logarithm of its count
''' + '\n'.join(f'{w}\t{round(10 * math.log2(n))}' for w, n in common) + '\n', encoding='utf-8')
print(len(common), count.most_common(25))
